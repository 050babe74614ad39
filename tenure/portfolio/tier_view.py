"""A customer's tier as its page shows it, and clocks in groups."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from tenure.customers.models import Customer
from tenure.portfolio.promises import MONTHS, going_clocks, kept_since_months
from tenure.portfolio.tier_board import promised
from tenure.programme.in_force import tiers
from tenure.programme.tiers import TierPromise
from tenure.programme.words import Tier
from tenure.tiering.clocks import Clock, hours_words
from tenure.tiering.models import TierChange, TierReview
from tenure.tiering.queries.books import books
from tenure.tiering.queries.moving import facts_of
from tenure.tiering.rules.kept import Count, Counts, Line, counted
from tenure.tiering.rules.moving import over_months
from tenure.tiering.shelves import shelf
from tenure.tiering.words import Keeping, Promise, limit_words

MISSED_SHOWN = 30
HISTORY_SHOWN = 20
SOON = timedelta(hours=8)


@dataclass(frozen=True)
class PromiseRow:
    """A promise with its part: what is promised, and what was kept of it."""

    promise: Promise
    part: str
    promised: str
    count: Count

    @property
    def title(self) -> str:
        return self.promise.label


def tier_view(customer: Customer, at: datetime) -> dict[str, Any]:
    kept = kept_since_months(at, customer.id)
    tier, counts = Tier(customer.tier), counted(kept.lines)
    changes = TierChange.objects.filter(customer=customer).order_by("-proposed_on", "-id")
    reviews = TierReview.objects.filter(customer=customer).order_by("-reviewed_on", "-id")
    return {
        "since": kept.since,
        "months": MONTHS,
        "promises": promise_rows(tiers().promise(tier), counts),
        "before": in_other_tiers(counts, tier),
        "missed": missed(kept.lines),
        "clocks": going_clocks(at, customer.id),
        "open_change": changes.undecided().select_related("customer").first(),
        "changes": changes[:HISTORY_SHOWN],
        "reviews": reviews[:HISTORY_SHOWN],
        **_use(customer, at.date()),
        **_book(customer),
    }


def promise_rows(promise: TierPromise, counts: Counts) -> list[PromiseRow]:
    """Every part of what the tier is promised, also where nothing was due."""
    parts = {
        Promise.FIRST_RESPONSE: {p: hours_words(h) for p, h in promise.first_response_hours.items()},
        Promise.RESOLUTION: {p: hours_words(h) for p, h in promise.resolution_hours.items()},
        Promise.REVIEWS: {
            review.cadence.label: "one each" + (
                f", first {review.first_days} days" if review.first_days else ""
            )
            for review in promise.reviews
        },
        Promise.TOUCHPOINTS: {"A month": str(promise.touchpoints_a_month or "")},
        Promise.ONBOARDING: {"In days": promised(Promise.ONBOARDING, promise)},
    }  # fmt: skip
    return [
        PromiseRow(which, part, words, counts.get((promise.code, which, part), Count()))
        for which, told in parts.items()
        for part, words in told.items()
        if words
    ]


def in_other_tiers(counts: Counts, tier: Tier) -> list[tuple[str, Count]]:
    """What was counted while the customer was in another tier, each tier's promises together."""
    found: dict[Tier, Count] = {}
    for (of, _, _), count in counts.items():
        if of != tier:
            total = found.setdefault(of, Count())
            total.kept += count.kept
            total.missed += count.missed
    return [(of.label, count) for of, count in found.items()]


def missed(lines: Sequence[Line]) -> list[Line]:
    """What was not kept, the newest first."""
    late = [line for line in lines if line.keeping in (Keeping.MISSED, Keeping.BREACHED)]
    return sorted(late, key=lambda line: _day(line.due), reverse=True)[:MISSED_SHOWN]


def _day(due: date | datetime | None) -> date:
    return due.date() if isinstance(due, datetime) else due or date.min


def _use(customer: Customer, day: date) -> dict[str, Any]:
    """What it used beside what its tier has room for, month by month."""
    known = tiers()
    facts = facts_of([customer.id], day, known)[customer.id]
    limits = known.promise(facts.tier).limits
    rows = [
        (limit_words(name), limit, [(month.used.get(name), _is_over(month.used.get(name), limit))
                                    for month in facts.months])
        for name, limit in limits.items()
    ]  # fmt: skip
    return {
        "limits": rows,
        "limit_months": [month.first for month in facts.months],
        "months_over": over_months(facts, known),
        "set_by_hand": facts.set_by_hand,
    }


def _is_over(used: float | None, limit: int) -> bool:
    return used is not None and used > limit


def _book(customer: Customer) -> dict[str, Any]:
    csm = customer.success_profile.csm
    promise = tiers().promise(Tier(customer.tier))
    shown = shelf(books([csm.id])[0], tiers()) if csm else None
    return {"promise": promise, "shelf": shown}


def clock_groups(clocks: Sequence[Clock], at: datetime) -> list[tuple[str, list[Clock]]]:
    """Late, due within hours, within a day, later: the most pressing first."""
    groups: dict[str, list[Clock]] = {
        "Late": [], "In the next 8 hours": [], "Within a day": [], "Later": [],
    }  # fmt: skip
    for clock in clocks:
        assert clock.due_at is not None
        left = clock.due_at - at
        if clock.keeping == Keeping.BREACHED:
            groups["Late"].append(clock)
        elif left <= SOON:
            groups["In the next 8 hours"].append(clock)
        elif left <= timedelta(days=1):
            groups["Within a day"].append(clock)
        else:
            groups["Later"].append(clock)
    return [(words, found) for words, found in groups.items() if found]
