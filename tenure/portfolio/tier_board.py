"""The tiers side by side: who is in them, what they are promised, and what was kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count as Number
from django.db.models import Sum

from tenure.customers.models import Customer
from tenure.programme.in_force import tiers
from tenure.programme.tiers import TierPromise
from tenure.programme.words import Tier
from tenure.tiering.queries.board import over_limits, used_up_allowances
from tenure.tiering.rules.kept import Count, Counts, of_promise
from tenure.tiering.words import Promise


@dataclass(frozen=True)
class Column:
    """A tier as it stands: its customers, their value, and its promises with what was kept."""

    promise: TierPromise
    customers: int
    annual_value: Decimal
    over_limits: int
    api_used_up: int
    kept: dict[Promise, Count]

    @property
    def tier(self) -> Tier:
        return self.promise.code

    @property
    def kept_in_all(self) -> Count:
        """All that was due, of every promise together."""
        total = Count()
        for count in self.kept.values():
            total.kept += count.kept
            total.missed += count.missed
        return total


@dataclass(frozen=True)
class Row:
    """A promise across the tiers: for each what it is, in words, and what was kept."""

    promise: Promise
    cells: Sequence[tuple[str, Count]]


def columns(counts: Counts, over: dict[Tier, int], used_up: dict[Tier, int]) -> list[Column]:
    found = Customer.objects.current().values_list("tier").order_by()
    told = {
        tier: (number, value)
        for tier, number, value in found.annotate(n=Number("id"), v=Sum("annual_contract_value"))
    }
    return [
        Column(
            promise=promise,
            customers=told.get(promise.code, (0, 0))[0],
            annual_value=told.get(promise.code, (0, Decimal(0)))[1],
            over_limits=over.get(promise.code, 0),
            api_used_up=used_up.get(promise.code, 0),
            kept={which: of_promise(counts, which, promise.code) for which in Promise},
        )
        for promise in tiers().tier
    ]


def rows(shown: Sequence[Column]) -> list[Row]:
    return [
        Row(which, [(promised(which, column.promise), column.kept[which]) for column in shown])
        for which in Promise
    ]


def promised(which: Promise, promise: TierPromise) -> str:
    """What a tier is promised, as a cell says it; empty for nothing."""
    match which:
        case Promise.FIRST_RESPONSE:
            return hours(promise.first_response_hours)
        case Promise.RESOLUTION:
            return hours(promise.resolution_hours)
        case Promise.REVIEWS:
            return ", ".join(
                review.cadence.label.lower()
                + (f" for {review.first_days} days" if review.first_days else "")
                for review in promise.reviews
            )
        case Promise.TOUCHPOINTS:
            return f"{promise.touchpoints_a_month} a month" if promise.touchpoints_a_month else ""
        case Promise.ONBOARDING:
            return f"{promise.onboarding_days} days" if promise.onboarding_days else ""


def hours(by_priority: dict[str, float]) -> str:
    """“P1 2 h, P2 4 h”."""
    return ", ".join(f"{priority} {number:g} h" for priority, number in by_priority.items())


def board_of(counts: Counts, day: date) -> list[Column]:
    """The columns, with who was over limits when tiers were looked at last, and whose programs had
    no requests left in an hour of the last day."""
    return columns(counts, over_limits(tiers(), day), used_up_allowances(tiers()))
