"""Scores of past days, from what was known then: only facts with a date count."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from uuid import UUID

from tenure.customers.models import Customer
from tenure.foundation.database.columns import Asked
from tenure.health import facts, rules
from tenure.programme.scorecard import Scorecard
from tenure.programme.words import Tier
from tenure.proof.looks import LastYear
from tenure.proof.queries import Left, known_on

DAYS_BEFORE = 365
LEAVINGS_AT_ONCE = 20
MOST_LEAVINGS = 1_000


def scored_on(
    ids: Sequence[UUID], days: Sequence[date], tiers: Sequence[Tier], card: Scorecard
) -> tuple[dict[str, rules.Numbers], rules.Numbers, rules.Scores]:
    """For each customer on its day: the facts, what they measure, and what the scorecard makes of it.
    Where no feed told anything about a day, as of the last day before that one did."""
    known = known_on(sorted(set(days)))
    asked = Asked(ids, [known.get(day, day) for day in days])
    gathered = facts.gather(asked, with_profiles=False)
    measured = facts.measure(gathered, card)
    return gathered, measured, rules.score(measured, tiers, card)


def last_years(left: Sequence[Left], card: Scorecard) -> Iterator[list[LastYear]]:
    """The year before each settled leaving, the newest first, some at a time."""
    before: dict[UUID, date] = {}
    spans: list[tuple[Left, date]] = []
    for one in sorted(left, key=lambda one: one.day):
        first = one.day - timedelta(days=DAYS_BEFORE)
        if one.customer_id in before:
            first = max(first, before[one.customer_id] + timedelta(days=1))
        before[one.customer_id] = one.day
        if one.is_settled and first < one.day:
            spans.append((one, first))
    newest = spans[: -MOST_LEAVINGS - 1 : -1]
    for start in range(0, len(newest), LEAVINGS_AT_ONCE):
        yield list(_last_years(newest[start : start + LEAVINGS_AT_ONCE], card))


def _last_years(spans: Sequence[tuple[Left, date]], card: Scorecard) -> Iterator[LastYear]:
    told = Customer.objects.in_bulk([one.customer_id for one, _ in spans])
    days = [
        [first + timedelta(days=n) for n in range((one.day - first).days)] for one, first in spans
    ]
    ids = [one.customer_id for (one, _), own in zip(spans, days, strict=True) for _ in own]
    flat = [day for own in days for day in own]
    gathered, _, scored = scored_on(
        ids, flat, [Tier(told[customer].tier) for customer in ids], card
    )
    scores = rules.rounded(scored.overall)
    end = 0
    for (one, first), own in zip(spans, days, strict=True):
        start, end = end, end + len(own)
        value = gathered["annual_value"][end - 1]
        if not gathered["known"][end - 1]:  # no contract tells it
            value = float(told[one.customer_id].annual_contract_value)
        yield LastYear(
            customer_id=one.customer_id,
            left=one.day.toordinal(),
            first=first.toordinal(),
            scores=scores[start:end],
            value=float(value),
        )
