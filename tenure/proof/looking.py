"""Looking back: what the scorecard would have said of each customer on past days, from what was
known then. Only facts with a date count; the tier is today's."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from uuid import UUID

import numpy as np

from tenure.customers.models import Customer
from tenure.health import facts, rules
from tenure.health.measures import MEASURE_BY_CODE
from tenure.health.measures.measure import first_known
from tenure.programme.scorecard import Scorecard
from tenure.programme.words import Tier
from tenure.proof import queries
from tenure.proof.frozen import MOST_LEAVINGS, last_years, scored_on
from tenure.proof.looks import STEP_DAYS, LastYear, Leavings, Looks, Past, joined

MOST_DATES = 36
TIERS = list(Tier)
CUSTOMERS_AT_ONCE = 2_000

type Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Span:
    """The days on which we look back, oldest first, and the last day that is known."""

    days: tuple[date, ...]
    until: date

    def __len__(self) -> int:
        return len(self.days)


def span(today: date) -> Span:
    """Every 30 days back from the last day that is known, at most three years."""
    until = facts.known_until(today)
    first = queries.first_day()
    if first is None:
        return Span((), until)
    count = min((until - first).days // STEP_DAYS, MOST_DATES)
    return Span(tuple(until - timedelta(days=STEP_DAYS * n) for n in range(count, 0, -1)), until)


def look_back(card: Scorecard, span_: Span, progress: Progress) -> Past:
    """All looks at all customers. Facts are let go chunk by chunk; a look keeps 64 bytes."""
    queries.know_sizes()
    chunks = list(_chunks())
    left = [queries.leavings(chunk, span_.until) for chunk in chunks]
    customers = sum(map(len, chunks))
    done, steps = 0, customers + min(sum(map(len, left)), MOST_LEAVINGS)
    looks, leavings, years = list[Looks](), list[Leavings](), list[LastYear]()
    for chunk, found in zip(chunks, left, strict=True):
        place = {customer: done + row for row, customer in enumerate(chunk)}
        looks += _looks_at(place, found, card, span_)
        leavings.append(_leavings(place, found))
        done += len(chunk)
        progress(done, steps)
    for some in last_years(list(chain.from_iterable(left)), card):
        years += some
        progress(done + len(years), steps)
    progress(steps, steps)
    return Past(
        looks=joined(looks, Looks).in_order(),
        leavings=joined(leavings, Leavings),
        last_years=tuple(years),
        until=span_.until.toordinal(),
        csms=queries.csms(),
    )


def _leavings(place: dict[UUID, int], left: Sequence[queries.Left]) -> Leavings:
    rows = sorted((place[one.customer_id], one.day.toordinal(), one.is_settled) for one in left)
    customer, day, is_settled = zip(*rows, strict=True) if rows else ((), (), ())
    return Leavings(
        np.array(customer, dtype=np.int64),
        np.array(day, dtype=np.int64),
        np.array(is_settled, dtype=bool),
    )


def _looks_at(
    place: dict[UUID, int], left: Sequence[queries.Left], card: Scorecard, span_: Span
) -> list[Looks]:
    by_day: dict[date, list[queries.Present]] = {day: [] for day in span_.days}
    for seen in queries.present(list(place), span_.days, left):
        by_day[seen.day].append(seen)
    return [_looks_on(day, seen, place, card) for day, seen in by_day.items() if seen]


def _looks_on(
    day: date, seen: Sequence[queries.Present], place: dict[UUID, int], card: Scorecard
) -> Looks:
    tiers = [Tier(one.tier) for one in seen]
    ids = [one.customer_id for one in seen]
    gathered, _, scored = scored_on(ids, [day] * len(seen), tiers, card)
    told = np.array([np.nan if one.value is None else one.value for one in seen])
    return Looks(
        customer=np.array([place[one.customer_id] for one in seen], dtype=np.int64),
        day=np.full(len(seen), day.toordinal(), dtype=np.int64),
        score=rules.rounded(scored.overall),
        value=np.nan_to_num(first_known(told, gathered["annual_value"])),
        tier=np.array([TIERS.index(tier) for tier in tiers], dtype=np.int64),
        tenure=np.array([one.tenure_days for one in seen], dtype=float),
        usage=first_known(gathered["minutes"], gathered["logins"]),
        pulse=_pulse(gathered, len(seen)),
    )


def _pulse(gathered: dict[str, rules.Numbers], count: int) -> rules.Numbers:
    """What the CSM felt, where that is a measure and held with its day."""
    measure = MEASURE_BY_CODE.get("csm_pulse")
    return measure.of(gathered) if measure else np.full(count, np.nan)


def _chunks() -> Iterator[list[UUID]]:
    last: UUID | None = None
    while True:
        after = Customer.objects.filter(id__gt=last) if last else Customer.objects.all()
        ids = list(after.order_by("id").values_list("id", flat=True)[:CUSTOMERS_AT_ONCE])
        if not ids:
            return
        yield ids
        last = ids[-1]
