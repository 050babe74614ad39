"""Why a score is what it is, and what changed since another one. Plain Python.

A score is the sum of its measures' points, so a change of score is the sum of their changes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np

from tenure.health import rules
from tenure.health.measures import MEASURE_BY_CODE, Measure
from tenure.health.rules import Numbers
from tenure.programme.scorecard import Component, Scorecard
from tenure.programme.words import HealthLevel, Tier

STEADY_POINTS = 3


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """A stored score with its readings, in the order of its scorecard's measures."""

    at: datetime
    day: date  # the last day that was known when it was computed
    score: int
    level: HealthLevel
    tier: Tier
    card: Scorecard
    measured: Sequence[float | None]

    def scored(self) -> rules.Scores:
        """What the scorecard makes of the readings: arrays of one row."""
        filled = [[np.nan if value is None else value for value in self.measured]]
        return rules.score(np.array(filled, dtype=float), [self.tier], self.card)


@dataclass(frozen=True)
class Scored:
    """n customers' measures and what the scorecard made of them."""

    card: Scorecard
    measured: Numbers
    scores: rules.Scores


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
    scored = now.scored()
    earlier = _aligned(before, now.card)
    changed = rules.changes(scored, earlier.scores) if earlier else None
    groups, place = [], 0
    for component in now.card.component:
        columns = range(place, place + len(component.measures))
        readings = tuple(
            _reading(now.card, column, now, scored, earlier, changed) for column in columns
        )
        weight = sum(reading.weight for reading in readings)
        total = sum(reading.points for reading in readings)
        groups.append(
            Group(
                component=component,
                score=int(rules.rounded(np.array(total / weight))) if weight else None,
                weight=weight,
                points=total,
                change=sum(reading.change or 0 for reading in readings) if before else None,
                readings=readings,
            )
        )
        place = columns.stop
    return tuple(groups)


def _aligned(before: Snapshot | None, card: Scorecard) -> Scored | None:
    """An earlier score, its measures in the order of today's scorecard."""
    if before is None:
        return None
    codes = [measure.code for measure in before.card.measures]
    places = [codes.index(m.code) if m.code in codes else None for m in card.measures]
    scored = before.scored()

    def pick(numbers: Numbers, missing: float) -> Numbers:
        return np.array([[missing if p is None else numbers[0, p] for p in places]])

    measured = np.array([[np.nan if v is None else v for v in before.measured]], dtype=float)
    scores = rules.Scores(
        measures=pick(scored.measures, np.nan),
        weights=pick(scored.weights, 0.0),
        components=scored.components,
        overall=scored.overall,
    )
    return Scored(card, pick(measured, np.nan), scores)


def _reading(
    card: Scorecard,
    column: int,
    now: Snapshot,
    scored: rules.Scores,
    earlier: Scored | None,
    changed: Numbers | None,
) -> Reading:
    measure = MEASURE_BY_CODE[card.measures[column].code]
    before = _or_none(earlier.measured[0, column]) if earlier else None
    return Reading(
        measure=measure,
        weight=float(scored.weights[0, column]),
        score=_or_none(scored.measures[0, column]),
        points=float(scored.points[0, column]),
        evidence=measure.change(before, now.measured[column], compared=earlier is not None),
        score_before=_or_none(earlier.scores.measures[0, column]) if earlier else None,
        change=float(changed[0, column]) if changed is not None else None,
    )


def headlines(now: Scored, before: Scored) -> list[str]:
    """For each of n customers a few words for a list: what moved the score most since the earlier
    one or, of a steady score, what holds it down. `before` is NaN where there is none."""
    moved = now.scores.overall - before.scores.overall
    change = rules.changes(now.scores, before.scores)
    unread = np.isnan(now.measured)
    never_read = unread & np.isnan(before.measured)
    drivers = np.where(never_read, -np.inf, change * np.sign(moved)[:, None])
    losses = np.where(unread, -np.inf, now.scores.weights * 100 - now.scores.points)
    has_moved = np.abs(moved) >= STEADY_POINTS  # NaN has not
    columns = np.where(has_moved, drivers.argmax(axis=1), losses.argmax(axis=1))
    good = now.scores.overall >= now.card.levels[HealthLevel.GOOD]
    words = []
    for row, column in enumerate(columns):
        measure = MEASURE_BY_CODE[now.card.measures[column].code]
        number, earlier = now.measured[row, column], before.measured[row, column]
        if has_moved[row]:
            words.append(measure.change(_or_none(earlier), _or_none(number), compared=True))
        elif good[row] and not np.isnan(moved[row]):
            words.append("Steady")
        else:
            words.append(measure.change(None, _or_none(number)))
    return words


def _or_none(number: float) -> float | None:
    return None if np.isnan(number) else float(number)
