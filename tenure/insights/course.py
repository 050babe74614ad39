"""How a metric went, as a line: where nothing is known there is a gap, and the target is a line of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from tenure.insights.figure import Figure
from tenure.insights.periods import Period
from tenure.insights.view import written

WIDTH, HEIGHT, LEFT, RIGHT, ABOVE, BELOW = 1000, 200, 56, 70, 14, 28
LEAST = 2


@dataclass(frozen=True)
class Course:
    lines: Sequence[str]
    """Points of polylines, one for each stretch that is known without a gap."""
    dots: Sequence[tuple[float, float, str]]
    names: Sequence[tuple[float, str]]
    marks: Sequence[tuple[float, str]]
    target: float | None
    last: tuple[float, float]


def course(periods: Sequence[Period], told: Sequence[Figure]) -> Course | None:
    values = [one.value for one in told]
    known = [value for value in values if value is not None]
    if len(known) < LEAST:
        return None
    unit, aimed = told[-1].unit, _end(told[-1])
    low, high = min(known), max(known)
    if aimed is not None and high - low and abs(aimed - (low + high) / 2) <= 4 * (high - low):
        low, high = min(low, aimed), max(high, aimed)
    else:
        aimed = None
    spread, step = (high - low) or 1, (WIDTH - LEFT - RIGHT) / (len(values) - 1)

    def x(place: int) -> float:
        return round(LEFT + place * step, 1)

    def y(value: float) -> float:
        return round(HEIGHT - BELOW - (value - low) / spread * (HEIGHT - ABOVE - BELOW), 1)

    dots = [
        (x(place), y(value), f"{periods[place].title}: {written(value, unit)}")
        for place, value in enumerate(values)
        if value is not None
    ]
    every = max(1, -(-len(values) // 6))
    return Course(
        lines=_stretches([None if v is None else f"{x(n)},{y(v)}" for n, v in enumerate(values)]),
        dots=dots,
        names=[(x(n), _short(one)) for n, one in enumerate(periods) if n % every == 0],
        marks=[(y(one), written(one, unit)) for one in dict.fromkeys((low, high))],
        target=None if aimed is None else y(aimed),
        last=dots[-1][:2],
    )


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
