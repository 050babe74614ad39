"""The way from one score to another in steps that add up."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from tenure.health.explanation.readings import Group, Reading
from tenure.health.explanation.snapshots import Snapshot


class Kind(StrEnum):
    BEHAVIOUR = "behaviour"
    CONFIGURATION = "configuration"
    ROUNDING = "rounding"


@dataclass(frozen=True, kw_only=True)
class Step:
    """One part of a change of score, in points and in tenths of a point."""

    kind: Kind
    words: str
    points: float
    tenths: int
    reading: Reading | None = None

    @property
    def shown(self) -> float:
        return self.tenths / 10


@dataclass(frozen=True, kw_only=True)
class Waterfall:
    """All steps between two stored scores: the tenths of the steps sum to the difference exactly,
    their points up to what floating point leaves."""

    before: Snapshot
    now: Snapshot
    steps: tuple[Step, ...]

    @property
    def moved(self) -> int:
        return self.now.score - self.before.score

    def points(self, kind: Kind) -> float:
        return sum(step.points for step in self.steps if step.kind == kind)

    def shown(self, kind: Kind) -> float:
        return sum(step.tenths for step in self.steps if step.kind == kind) / 10

    @property
    def behaviour(self) -> float:
        return self.shown(Kind.BEHAVIOUR)

    @property
    def configuration(self) -> float:
        return self.shown(Kind.CONFIGURATION)

    @property
    def rounding(self) -> float:
        return self.shown(Kind.ROUNDING)

    @property
    def causes(self) -> tuple[str, ...]:
        """What of the configuration is another than before."""
        return causes(self.before, self.now)


def waterfall(now: Snapshot, before: Snapshot, groups: Sequence[Group]) -> Waterfall:
    """Behaviour first, in the scorecard's order, then configuration, then what rounding to whole
    points leaves over."""
    readings = [reading for group in groups for reading in group.readings if reading.changed]
    steps = [*_behaviour(readings), *_configuration(readings)]
    rounding = Step(
        kind=Kind.ROUNDING,
        words="Rounding to whole points",
        points=now.score - before.score - sum(step.points for step in steps),
        tenths=10 * (now.score - before.score) - sum(step.tenths for step in steps),
    )
    return Waterfall(before=before, now=now, steps=(*steps, rounding))


def causes(before: Snapshot, now: Snapshot) -> tuple[str, ...]:
    told = []
    if before.card.version != now.card.version:
        told.append(f"Scorecard {before.number} → {now.number}")
    if before.tier != now.tier:
        told.append(f"Tier {before.tier.label} → {now.tier.label}")
    return tuple(told)


def _behaviour(readings: Sequence[Reading]) -> list[Step]:
    return [
        Step(
            kind=Kind.BEHAVIOUR,
            words=reading.evidence,
            points=reading.changed.behaviour,
            tenths=reading.changed.behaviour_tenths,
            reading=reading,
        )
        for reading in readings
        if reading.changed
    ]


def _configuration(readings: Sequence[Reading]) -> list[Step]:
    return [
        Step(
            kind=Kind.CONFIGURATION,
            words=reading.measure.title,
            points=reading.changed.configuration,
            tenths=reading.changed.configuration_tenths,
            reading=reading,
        )
        for reading in readings
        if reading.changed
    ]
