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


def plot_health(
    scores: Sequence[tuple[date, int]],
    events: Sequence[Event],
    levels: dict[HealthLevel, float],
    width: int,
    height: int = 210,
    changes: Sequence[Event] = (),
    chosen: Sequence[tuple[date, int]] = (),
) -> Plot:
    """Lay out a line of at least two scores, oldest first. `changes` are those of the scorecard or
    the tier; `chosen` are scores to be marked on the line."""
    low = min(LOWEST_SHOWN, min(score for _, score in scores) - 5)
    frame = Frame(width, height, scores[0][0], scores[-1][0], low)
    points = tuple(Mark(frame.x(d), frame.y(s), f"{d:%-d %b %Y}: {s}") for d, s in scores)
    bounds = sorted({*levels.values(), 100})
    tops = {level.label: min(b for b in bounds if b > least) for level, least in levels.items()}
    months = _ticks(frame.first, frame.last, width)
    return Plot(
        width=width,
        height=height,
        path="M" + "L".join(f"{point.x} {point.y}" for point in points),
        points=points,
        grid=tuple(Mark(LEFT, frame.y(b), f"{b:g}") for b in bounds if b > low),
        names=tuple(Mark(LEFT + 4, frame.y(top) + 14, name) for name, top in tops.items()),
        months=tuple(Mark(frame.x(day), height - 5, _name(day)) for day in months),
        zone_top=frame.y(levels[HealthLevel.FAIR]),
        floor=frame.floor,
        left=LEFT,
        right=width - RIGHT,
        top=TOP,
        end=points[-1],
        events=tuple(_event_marks(events, scores, frame)),
        changes=tuple(
            Mark(frame.x(change.day), frame.floor - 10, letter)
            for letter, change in zip(ascii_uppercase, changes, strict=False)
        ),
        chosen=tuple(Mark(frame.x(d), frame.y(s), f"{d:%-d %b %Y}: {s}") for d, s in chosen),
    )


def _event_marks(
    events: Sequence[Event], scores: Sequence[tuple[date, int]], frame: Frame
) -> Iterator[EventMark]:
    for number, event in enumerate(events, start=1):
        at = max((s for s in scores if s[0] <= event.day), default=scores[0])
        yield EventMark(number, frame.x(event.day), frame.y(at[1]), event)


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
