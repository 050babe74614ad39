"""The past as arrays: a row for each look at a customer that was with us, and who left when."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from tenure.health.rules import Numbers

type Whole = NDArray[np.int64]
type Flags = NDArray[np.bool_]

STEP_DAYS = 30  # between two looks
FAR = 10_000_000  # more days than there are


@dataclass(frozen=True)
class Looks:
    """n looks. Customers are numbers, days are ordinals; what is unknown is NaN."""

    customer: Whole
    day: Whole
    score: Numbers  # in whole points, as people would have seen it
    value: Numbers  # a year, on that day
    tier: Whole
    tenure: Numbers  # days
    usage: Numbers  # of the last 30 days
    pulse: Numbers  # what the CSM felt; NaN where that is not held

    def __len__(self) -> int:
        return len(self.customer)

    def only(self, rows: Flags | Whole) -> "Looks":
        return Looks(*(getattr(self, field.name)[rows] for field in fields(self)))

    def in_order(self) -> "Looks":
        """By customer, and then by day."""
        return self.only(np.lexsort((self.day, self.customer)))

    def before(self, numbers: Numbers, step: int) -> Numbers:
        """For each look of an ordered whole the number of the look `step` days before, at the same
        customer."""
        same = (self.customer[1:] == self.customer[:-1]) & (self.day[1:] - self.day[:-1] == step)
        return np.concatenate(
            [np.full(min(len(self), 1), np.nan), np.where(same, numbers[:-1], np.nan)]
        )


@dataclass(frozen=True)
class Leavings:
    """Who left when, by customer and day."""

    customer: Whole
    day: Whole
    is_settled: Flags

    def next_after(self, looks: Looks) -> tuple[Whole, Flags]:
        """For each look the day on which the customer left next (far away where it did not), and
        whether that is settled."""
        found = np.searchsorted(
            self._key(self.customer, self.day), self._key(looks.customer, looks.day), "right"
        )
        inside = np.minimum(found, max(len(self.day) - 1, 0))
        if not len(self.day):
            return np.full(len(looks), FAR), np.full(len(looks), True)
        own = (found < len(self.day)) & (self.customer[inside] == looks.customer)
        return np.where(own, self.day[inside], FAR), ~own | self.is_settled[inside]

    @staticmethod
    def _key(customer: Whole, day: Whole) -> Whole:
        return customer * FAR + day


@dataclass(frozen=True)
class LastYear:
    """Somebody who left, day by day in the year before; from its return on if it had left before."""

    customer_id: UUID
    left: int
    first: int
    scores: Numbers  # of each day from the first to the last before it left
    value: float  # a year, on that last day


@dataclass(frozen=True)
class Past:
    """All that a backtest needs to know."""

    looks: Looks  # by customer and day
    leavings: Leavings
    last_years: tuple[LastYear, ...]  # of the settled leavings, the newest first
    until: int  # the last day that is known
    csms: int


def joined[T](parts: Sequence[T], form: type[T]) -> T:
    """Rows below rows."""
    names = [field.name for field in fields(form)]  # type: ignore[arg-type]
    return form(*(_stack([getattr(part, name) for part in parts]) for name in names))


def _stack(arrays: list[NDArray[Any]]) -> NDArray[Any]:
    return np.concatenate(arrays) if arrays else np.array([], dtype=np.int64)
