"""Two scorecards side by side over the same readings: who would change level, and what moves.

Arrays in, figures out: no database, no clock.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tenure.health import rules
from tenure.health.readings import Readings
from tenure.health.rules import Numbers
from tenure.programme.scorecard import Scorecard
from tenure.programme.words import HealthLevel

MOVERS_SHOWN = 20
BELOW = (60, 40)
LEVELS: tuple[HealthLevel | None, ...] = (*HealthLevel, None)  # the last: no score


@dataclass(frozen=True)
class Cell:
    """Customers that go from one level to another, and their yearly value."""

    after: HealthLevel | None
    customers: int
    value: float
    is_same: bool


@dataclass(frozen=True)
class Mover:
    row: int  # in the readings
    before: int
    after: int
    level_before: HealthLevel | None
    level_after: HealthLevel | None

    @property
    def change(self) -> int:
        return self.after - self.before


@dataclass(frozen=True)
class Comparison:
    customers: int
    without: int
    mean_before: float | None
    mean_after: float | None
    matrix: tuple[tuple[HealthLevel | None, tuple[Cell, ...]], ...]
    movers: tuple[Mover, ...]
    drops: int
    crossings: dict[int, int]  # by threshold, who would fall below it
    unread: tuple[str, ...]  # measures of the draft that no score has read

    @property
    def alerts(self) -> int:
        """Alerts that would open; a customer may have several."""
        return self.drops + sum(self.crossings.values())

    @property
    def moved(self) -> int:
        return sum(cell.customers for _, row in self.matrix for cell in row if not cell.is_same)

    @property
    def value_moved(self) -> float:
        return sum(cell.value for _, row in self.matrix for cell in row if not cell.is_same)


def compare(readings: Readings, before: Scorecard, after: Scorecard) -> Comparison:
    """What the second scorecard would say instead of the first one."""
    old, new = (_whole(readings, card) for card in (before, after))
    levels = _levels(old, before), _levels(new, after)
    known = ~np.isnan(old) & ~np.isnan(new)
    fell = np.where(known, old - new, 0)
    return Comparison(
        customers=len(readings.ids),
        without=readings.without,
        mean_before=_mean(old),
        mean_after=_mean(new),
        matrix=_matrix(*levels, readings.values),
        movers=_movers(old, new, levels, np.abs(fell)),
        drops=int((fell > after.drop_points).sum()),
        crossings={bound: int(((old >= bound) & (new < bound)).sum()) for bound in BELOW},
        unread=tuple(m.code for m in after.measures if m.code not in readings.codes),
    )


def _whole(readings: Readings, card: Scorecard) -> Numbers:
    return rules.rounded(rules.score(readings.of(card), readings.tiers, card).overall)


def _levels(scores: Numbers, card: Scorecard) -> NDArray[np.intp]:
    """Each customer's place in LEVELS."""
    rising = [card.levels[level] for level in reversed(HealthLevel)]
    reached = len(rising) - np.searchsorted(rising, scores, side="right")
    return np.where(np.isnan(scores), len(LEVELS) - 1, reached)


def _mean(scores: Numbers) -> float | None:
    known = scores[~np.isnan(scores)]
    return float(known.mean()) if len(known) else None


def _matrix(
    before: NDArray[np.intp], after: NDArray[np.intp], values: Numbers
) -> tuple[tuple[HealthLevel | None, tuple[Cell, ...]], ...]:
    """Rows by the level now, cells by the level then."""
    size = len(LEVELS)
    place = before * size + after
    counts = np.bincount(place, minlength=size**2)
    sums = np.bincount(place, weights=values, minlength=size**2)
    return tuple(
        (
            LEVELS[row],
            tuple(
                Cell(LEVELS[column], int(counts[at]), float(sums[at]), row == column)
                for column, at in enumerate(range(row * size, row * size + size))
            ),
        )
        for row in range(size)
    )


def _movers(
    old: Numbers, new: Numbers, levels: tuple[NDArray[np.intp], NDArray[np.intp]], size: Numbers
) -> tuple[Mover, ...]:
    """Whose score moves farthest, farthest first."""
    farthest = np.argsort(-size, kind="stable")[:MOVERS_SHOWN]
    return tuple(
        Mover(int(row), int(old[row]), int(new[row]), *(LEVELS[level[row]] for level in levels))
        for row in farthest
        if size[row] > 0
    )
