"""A score taken apart: what each measure says, what that does to the score, and what it did before."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from tenure.health import rules
from tenure.health.explanation.snapshots import Scored, Snapshot, aligned, or_none
from tenure.health.measures import Measure, measure_of
from tenure.health.rules import Numbers
from tenure.programme.scorecard import Component


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What one measure says, what that does to the score, and what it did before."""

    measure: Measure
    weight: float  # share of the score, 0-1
    score: float | None
    points: float
    evidence: str
    score_before: float | None = None
    change: float | None = None  # points since the earlier score

    @property
    def is_known(self) -> bool:
        return self.score is not None


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
    def known(self) -> tuple[Reading, ...]:
        return tuple(reading for reading in self.readings if reading.is_known)

    @property
    def unknown(self) -> tuple[Reading, ...]:
        return tuple(reading for reading in self.readings if not reading.is_known)


def explain(now: Snapshot, before: Snapshot | None) -> tuple[Group, ...]:
    """The groups of readings behind a score; with an earlier score, what each added or took."""
    readings = _readings(now, aligned(before, now.card))
    return tuple(
        _group(component, tuple(next(readings) for _ in component.measures), before is not None)
        for component in now.card.component
    )


def _group(component: Component, readings: tuple[Reading, ...], is_compared: bool) -> Group:
    weight = sum(reading.weight for reading in readings)
    points = sum(reading.points for reading in readings)
    return Group(
        component=component,
        score=int(rules.rounded(np.array(points / weight))) if weight else None,
        weight=weight,
        points=points,
        change=sum(reading.change or 0 for reading in readings) if is_compared else None,
        readings=readings,
    )


def _readings(now: Snapshot, earlier: Scored | None) -> Iterator[Reading]:
    """In the scorecard's order, one for each of its measures."""
    scored = now.scored()
    changed = rules.changes(scored, earlier.scores)[0] if earlier else None
    for column, scored_measure in enumerate(now.card.measures):
        measure = measure_of(scored_measure.code, now.card)
        before = or_none(earlier.measured[0, column]) if earlier else None
        yield Reading(
            measure=measure,
            weight=float(scored.weights[0, column]),
            score=or_none(scored.measures[0, column]),
            points=float(scored.points[0, column]),
            evidence=measure.change(before, now.measured[column], compared=earlier is not None),
            score_before=or_none(earlier.scores.measures[0, column]) if earlier else None,
            change=_of(changed, column),
        )


def _of(numbers: Numbers | None, column: int) -> float | None:
    return None if numbers is None else float(numbers[column])
