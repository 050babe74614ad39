"""What a score is made of, reading by reading, and what became of it."""

from dataclasses import dataclass

from tenure.health.measures import Measure
from tenure.programme.scorecard import Component


@dataclass(frozen=True, kw_only=True)
class Change:
    """What a measure did to the score since an earlier one, in points and, for people, in tenths of
    a point that add up."""

    behaviour: float
    configuration: float
    behaviour_tenths: int
    configuration_tenths: int

    @property
    def points(self) -> float:
        return self.behaviour + self.configuration

    @property
    def shown(self) -> float:
        return (self.behaviour_tenths + self.configuration_tenths) / 10


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What one measure says, what that does to the score, and what it said and did before."""

    measure: Measure
    component: Component
    number: float | None
    weight: float  # share of the score, 0-1
    score: float | None
    points: float
    evidence: str
    number_before: float | None = None
    weight_before: float | None = None
    score_before: float | None = None
    changed: Change | None = None
    is_counted: bool = True  # by the newer scorecard

    @property
    def is_known(self) -> bool:
        return self.score is not None

    @property
    def change(self) -> float | None:
        return self.changed.points if self.changed else None

    @property
    def has_other_weight(self) -> bool:
        """Whether it counted before and now, with another share of the score, to the percent."""
        before, now = self.weight_before or 0, self.weight
        return before > 0 and now > 0 and round(100 * before) != round(100 * now)

    @property
    def figure(self) -> str:
        return "" if self.number is None else self.measure.figure(self.number)

    @property
    def figure_before(self) -> str:
        return "" if self.number_before is None else self.measure.figure(self.number_before)

    @property
    def is_told(self) -> bool:
        """Whether there is something to say: a score, or that there was one."""
        return self.is_known or self.score_before is not None


@dataclass(frozen=True, kw_only=True)
class Group:
    """The readings of one component."""

    component: Component
    score: int | None
    weight: float
    points: float
    change: float | None
    readings: tuple[Reading, ...]

    @property
    def told(self) -> tuple[Reading, ...]:
        return tuple(reading for reading in self.readings if reading.is_told)

    @property
    def known(self) -> tuple[Reading, ...]:
        return tuple(reading for reading in self.readings if reading.is_known)

    @property
    def unknown(self) -> tuple[Reading, ...]:
        return tuple(r for r in self.readings if r.is_counted and not r.is_known)

    @property
    def shown(self) -> float:
        return sum(10 * reading.changed.shown for reading in self.readings if reading.changed) / 10
