"""A measure that moves to another reading, and what a score would then be."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil, floor

import numpy as np

from tenure.health import rules
from tenure.health.explanation.snapshots import Snapshot, one_row
from tenure.health.measures import Measure
from tenure.programme.scorecard import Curve


@dataclass(frozen=True, kw_only=True)
class Move:
    """A measure that goes from its reading to another one."""

    measure: Measure
    reading: float
    wanted: float
    is_back: bool = False  # to where it was before

    def __str__(self) -> str:
        way = "back" if self.is_back else "up" if self.wanted > self.reading else "down"
        head, _, tail = self.measure.short.partition("{}")
        return f"{head}{way} to {self.measure.figure(self.wanted)}{tail}"

    def a_little_further(self) -> "Move":
        """To the next figure that people read, in the direction of the move."""
        unit = 10.0**-self.measure.digits
        steps = self.wanted / unit
        further = self.wanted > self.reading
        next_ = floor(steps + 1e-9) + 1 if further else ceil(steps - 1e-9) - 1
        return replace(self, wanted=round(next_ * unit, self.measure.digits))

    def in_figures(self) -> "Move":
        """Rounded to a figure that people read, not less far than it has to go."""
        unit = 10.0**-self.measure.digits
        steps = self.wanted / unit
        whole = ceil(steps - 1e-9) if self.wanted > self.reading else floor(steps + 1e-9)
        return replace(self, wanted=round(whole * unit, self.measure.digits))


def moved(now: Snapshot, ways: Sequence[Sequence[Move]]) -> rules.Numbers:
    """For each of some ways the overall score, unrounded, if its measures had the readings that are
    wanted."""
    codes = list(now.numbers)
    rows = np.tile(one_row(now.measured), (len(ways), 1))
    for row, moves in enumerate(ways):
        for move in moves:
            rows[row, codes.index(move.measure.code)] = move.wanted
    return rules.score(rows, [now.tier] * len(ways), now.card).overall


def reading_for(score: float, curve: Curve) -> float | None:
    """The first reading, from the worse end of a curve, that gets this score; None beyond its best."""
    rising = curve if curve[0][1] <= curve[-1][1] else curve[::-1]
    if score > rising[-1][1] + 1e-9:
        return None
    for (near, low), (far, high) in pairwise(rising):
        if high > low and score <= high:
            return near + (far - near) * max(score - low, 0) / (high - low)
    return rising[-1][0]


def best_reading(curve: Curve) -> float:
    """The first reading, from the worse end, that gets the most that the curve gives."""
    best = reading_for(max(score for _, score in curve), curve)
    assert best is not None
    return best
