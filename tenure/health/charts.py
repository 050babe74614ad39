"""The chart of a customer's health, computed to points on paper. Plain Python; a template draws it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tenure.programme.words import HealthLevel

LEFT, RIGHT, TOP, BOTTOM = 28, 8, 22, 20
LOWEST_SHOWN = 25


@dataclass(frozen=True)
class Mark:
    x: float
    y: float
    text: str


@dataclass(frozen=True)
class Event:
    """Something that happened, to be marked above the line and named below it."""

    day: date
    text: str


@dataclass(frozen=True)
class EventMark:
    number: int
    x: float
    y: float
    event: Event


@dataclass(frozen=True)
class Plot:
    """Everything that the template draws, in the coordinates of a picture of this size."""

    width: int
    height: int
    path: str
    points: tuple[Mark, ...]
    grid: tuple[Mark, ...]
    names: tuple[Mark, ...]
    months: tuple[Mark, ...]
    zone_top: float
    floor: float
    left: float
    right: float
    end: Mark
    events: tuple[EventMark, ...]


def plot_health(
    scores: Sequence[tuple[date, int]],
    events: Sequence[Event],
    levels: dict[HealthLevel, float],
    width: int,
    height: int = 210,
) -> Plot:
    """Lay out a line of at least two scores, oldest first."""
    first, last = scores[0][0], scores[-1][0]
    low = min(LOWEST_SHOWN, min(score for _, score in scores) - 5)
    days = max((last - first).days, 1)
    floor = height - BOTTOM

    def x(day: date) -> float:
        return round(LEFT + (day - first).days / days * (width - LEFT - RIGHT), 1)

    def y(score: float) -> float:
        return round(floor - (score - low) / (100 - low) * (floor - TOP), 1)

    points = tuple(Mark(x(d), y(s), f"{d:%-d %b %Y}: {s}") for d, s in scores)
    bounds = sorted({*levels.values(), 100})
    names = {level.label: min(b for b in bounds if b > least) for level, least in levels.items()}
    return Plot(
        width=width,
        height=height,
        path="M" + "L".join(f"{point.x} {point.y}" for point in points),
        points=points,
        grid=tuple(Mark(LEFT, y(b), f"{b:g}") for b in bounds if b > low),
        names=tuple(Mark(LEFT + 4, y(top) + 14, name) for name, top in names.items()),
        months=tuple(Mark(x(day), height - 5, _name(day)) for day in _ticks(first, last, width)),
        zone_top=y(levels[HealthLevel.FAIR]),
        floor=floor,
        left=LEFT,
        right=width - RIGHT,
        end=points[-1],
        events=tuple(_event_marks(events, scores, x, y)),
    )


def _event_marks(
    events: Sequence[Event],
    scores: Sequence[tuple[date, int]],
    x: Callable[[date], float],
    y: Callable[[float], float],
) -> Iterator[EventMark]:
    for number, event in enumerate(events, start=1):
        at = max((s for s in scores if s[0] <= event.day), default=scores[0])
        yield EventMark(number, x(event.day), y(at[1]), event)


def _ticks(first: date, last: date, width: int) -> list[date]:
    """First days of months, as many as fit beside each other."""
    months = []
    day = (first.replace(day=1) + timedelta(days=32)).replace(day=1)
    while day <= last:
        months.append(day)
        day = (day + timedelta(days=32)).replace(day=1)
    step = max(1, -(-len(months) * 64 // width))
    return months[::step]


def _name(day: date) -> str:
    return f"{day:%b %Y}" if day.month == 1 else f"{day:%b}"
