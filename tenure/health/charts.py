"""The chart of a customer's health, computed to points on paper. Plain Python; a template draws it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from string import ascii_uppercase

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
    top: float
    end: Mark
    events: tuple[EventMark, ...]
    changes: tuple[Mark, ...]  # their letters
    chosen: tuple[Mark, ...]


@dataclass(frozen=True)
class Frame:
    """Where days and scores lie in a picture of this size."""

    width: int
    height: int
    first: date
    last: date
    low: int

    @property
    def floor(self) -> float:
        return self.height - BOTTOM

    def x(self, day: date) -> float:
        days = max((self.last - self.first).days, 1)
        return round(LEFT + (day - self.first).days / days * (self.width - LEFT - RIGHT), 1)

    def y(self, score: float) -> float:
        return round(self.floor - (score - self.low) / (100 - self.low) * (self.floor - TOP), 1)

    def marks(self, scores: Sequence[tuple[date, int]]) -> tuple[Mark, ...]:
        return tuple(Mark(self.x(d), self.y(s), f"{d:%-d %b %Y}: {s}") for d, s in scores)


def plot_health(
    scores: Sequence[tuple[date, int]],
    events: Sequence[Event],
    levels: dict[HealthLevel, float],
    width: int,
    height: int = 210,
    changes: Sequence[Event] = (),
    chosen: Sequence[tuple[date, int]] = (),
) -> Plot:
    """Lay out a line of at least two scores, oldest first. `changes` are those of the way of
    scoring; `chosen` are scores to be marked on the line."""
    low = min(LOWEST_SHOWN, min(score for _, score in scores) - 5)
    frame = Frame(width, height, scores[0][0], scores[-1][0], low)
    points = frame.marks(scores)
    bounds = sorted({*levels.values(), 100})
    return Plot(
        width=width,
        height=height,
        path="M" + "L".join(f"{point.x} {point.y}" for point in points),
        points=points,
        grid=tuple(Mark(LEFT, frame.y(b), f"{b:g}") for b in bounds if b > low),
        names=tuple(_names(levels, bounds, frame)),
        months=tuple(_months(frame)),
        zone_top=frame.y(levels[HealthLevel.FAIR]),
        floor=frame.floor,
        left=LEFT,
        right=width - RIGHT,
        top=TOP,
        end=points[-1],
        events=tuple(_event_marks(events, scores, frame)),
        changes=tuple(_change_marks(changes, frame)),
        chosen=frame.marks(chosen),
    )


def _names(
    levels: dict[HealthLevel, float], bounds: Sequence[float], frame: Frame
) -> Iterator[Mark]:
    for level, least in levels.items():
        top = min(bound for bound in bounds if bound > least)
        yield Mark(LEFT + 4, frame.y(top) + 14, level.label)


def _months(frame: Frame) -> Iterator[Mark]:
    for day in _ticks(frame.first, frame.last, frame.width):
        yield Mark(
            frame.x(day), frame.height - 5, f"{day:%b %Y}" if day.month == 1 else f"{day:%b}"
        )


def _event_marks(
    events: Sequence[Event], scores: Sequence[tuple[date, int]], frame: Frame
) -> Iterator[EventMark]:
    for number, event in enumerate(events, start=1):
        at = max((s for s in scores if s[0] <= event.day), default=scores[0])
        yield EventMark(number, frame.x(event.day), frame.y(at[1]), event)


def _change_marks(changes: Sequence[Event], frame: Frame) -> Iterator[Mark]:
    for letter, change in zip(ascii_uppercase, changes, strict=False):
        yield Mark(frame.x(change.day), frame.floor - 10, letter)


def _ticks(first: date, last: date, width: int) -> list[date]:
    """First days of months, as many as fit beside each other."""
    months = []
    day = (first.replace(day=1) + timedelta(days=32)).replace(day=1)
    while day <= last:
        months.append(day)
        day = (day + timedelta(days=32)).replace(day=1)
    step = max(1, -(-len(months) * 64 // width))
    return months[::step]
