"""How a metric went, as a line: where nothing is known there is a gap, and the target is a line of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from tenure.insights.figure import Figure
from tenure.insights.periods import Period
from tenure.insights.view import written

WIDTH, HEIGHT, LEFT, RIGHT, ABOVE, BELOW = 1000, 200, 56, 70, 14, 28
LEAST, FAR, MOST_NAMES = 2, 3, 6


@dataclass(frozen=True)
class Course:
    lines: Sequence[str]
    """Points of polylines, one for each stretch that is known without a gap."""
    dots: Sequence[tuple[float, float, str]]
    names: Sequence[tuple[float, str]]
    marks: Sequence[tuple[float, str]]
    target: float | None
    last: tuple[float, float]


@dataclass(frozen=True)
class Scale:
    """Where a value stands: the lowest at the bottom, the highest on top, periods from left to right."""

    low: float
    high: float
    count: int

    def x(self, place: int) -> float:
        return round(LEFT + place * (WIDTH - LEFT - RIGHT) / (self.count - 1), 1)

    def y(self, value: float) -> float:
        share = (value - self.low) / ((self.high - self.low) or 1)
        return round(HEIGHT - BELOW - share * (HEIGHT - ABOVE - BELOW), 1)


def course(periods: Sequence[Period], told: Sequence[Figure]) -> Course | None:
    values = [one.value for one in told]
    known = [value for value in values if value is not None]
    if len(known) < LEAST:
        return None
    unit, aimed = told[-1].unit, _aim_in_sight(told[-1], min(known), max(known))
    ends = [*known, *([] if aimed is None else [aimed])]
    scale = Scale(min(ends), max(ends), len(values))
    points = [None if v is None else (scale.x(n), scale.y(v)) for n, v in enumerate(values)]
    dots = [
        (*point, f"{period.title}: {written(value, unit)}")
        for point, period, value in zip(points, periods, values, strict=True)
        if point is not None
    ]
    every = max(1, -(-len(values) // MOST_NAMES))
    return Course(
        lines=_stretches([None if point is None else f"{point[0]},{point[1]}" for point in points]),
        dots=dots,
        names=[(scale.x(n), _short(one)) for n, one in enumerate(periods) if n % every == 0],
        marks=[(scale.y(v), written(v, unit)) for v in dict.fromkeys((scale.low, scale.high))],
        target=None if aimed is None else scale.y(aimed),
        last=dots[-1][:2],
    )


def _aim_in_sight(one: Figure, low: float, high: float) -> float | None:
    """The target, where it is near enough not to flatten what there is to see."""
    aimed, spread = _end(one), high - low
    near = aimed is not None and low - FAR * spread <= aimed <= high + FAR * spread
    return aimed if near else None


def _end(one: Figure) -> float | None:
    bound = one.target
    ends = (bound.at_least, bound.above, bound.at_most, bound.under) if bound else ()
    return next((end for end in ends if end is not None), None)


def _stretches(points: Sequence[str | None]) -> list[str]:
    found: list[list[str]] = [[]]
    for point in points:
        if point is None:
            found.append([])
        else:
            found[-1].append(point)
    return [" ".join(one) for one in found if len(one) > 1]


def _short(period: Period) -> str:
    return period.title.removeprefix("week of ").removesuffix(f" {period.first:%Y}")
