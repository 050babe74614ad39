"""What a measure says of the customers there are, before it is counted anywhere."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import numpy as np

from tenure.customers.models import Customer
from tenure.customers.words import CustomerStatus
from tenure.foundation.database.columns import Asked
from tenure.health import facts
from tenure.health.measures import Measure
from tenure.health.rules import Numbers

MOST = 20_000  # customers; of more, evenly every so-manieth
AT_ONCE = 5_000
BARS = 12
EXAMPLES = 5


@dataclass(frozen=True)
class Bar:
    low: float
    high: float
    customers: int
    share: float  # of the longest bar


@dataclass(frozen=True)
class Preview:
    """How a measure is spread over customers; the figures are None where nothing is known."""

    customers: int
    all_customers: int
    known: int
    least: float | None
    median: float | None
    most: float | None
    bars: tuple[Bar, ...]
    examples: tuple[tuple[UUID, float], ...]  # from the least to the most

    @property
    def is_a_sample(self) -> bool:
        return self.customers < self.all_customers


def preview(measure: Measure, day: date) -> Preview:
    """Computed from today's facts over the customers that are here."""
    current = Customer.objects.exclude(status=CustomerStatus.CHURNED)
    ids = list(current.order_by("id").values_list("id", flat=True))
    step = -(-len(ids) // MOST) or 1
    return spread(ids[::step], _measured(ids[::step], measure, day), len(ids))


def _measured(ids: Sequence[UUID], measure: Measure, day: date) -> Numbers:
    return np.concatenate([np.empty(0), *_blocks(ids, measure, facts.known_until(day))])


def _blocks(ids: Sequence[UUID], measure: Measure, day: date) -> Iterator[Numbers]:
    for first in range(0, len(ids), AT_ONCE):
        some = ids[first : first + AT_ONCE]
        yield measure.of(facts.gather(Asked(some, [day] * len(some)), with_profiles=True))


def spread(ids: Sequence[UUID], measured: Numbers, all_customers: int) -> Preview:
    order = np.argsort(measured, kind="stable")  # the unknown come last
    known = measured[order][: int((~np.isnan(measured)).sum())]
    has_some = len(known) > 0
    places = np.unique(np.linspace(0, len(known) - 1, EXAMPLES).astype(int)) if has_some else ()
    return Preview(
        customers=len(ids),
        all_customers=all_customers,
        known=len(known),
        least=float(known[0]) if has_some else None,
        median=float(np.median(known)) if has_some else None,
        most=float(known[-1]) if has_some else None,
        bars=_bars(known) if has_some else (),
        examples=tuple((ids[order[place]], float(known[place])) for place in places),
    )


def _bars(known: Numbers) -> tuple[Bar, ...]:
    if known[0] == known[-1]:
        return (Bar(float(known[0]), float(known[-1]), len(known), 1.0),)
    counts, edges = np.histogram(known, bins=BARS)
    longest = counts.max()
    return tuple(
        Bar(float(edges[n]), float(edges[n + 1]), int(counts[n]), float(counts[n] / longest))
        for n in range(len(counts))
    )
