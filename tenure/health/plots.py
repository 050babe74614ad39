"""What a chart of health is made of, in the coordinates of a picture. Plain Python."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

LEFT, RIGHT, TOP, BOTTOM = 28, 8, 22, 20


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
