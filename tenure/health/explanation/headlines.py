"""A few words for each customer of a list: what moved its score most, or what holds it down."""

import numpy as np

from tenure.health.explanation.behaviour import effects
from tenure.health.explanation.snapshots import STEADY_POINTS, Scored, or_none
from tenure.health.measures import Measure, measures_of
from tenure.programme.words import HealthLevel

STEADY = "Steady"


def headlines(now: Scored, before: Scored) -> list[str]:
    """For each of n customers a few words for a list: what moved the score most since the earlier
    one or, of a steady score, what holds it down. `before` is NaN where there is none."""
    moved = now.scores.overall - before.scores.overall
    change = effects(now.scores, before.scores, now.card)
    unread = np.isnan(now.measured)
    never_read = unread & np.isnan(before.measured)
    drivers = np.where(never_read, -np.inf, change * np.sign(moved)[:, None])
    losses = np.where(unread, -np.inf, now.scores.weights * 100 - now.scores.points)
    has_moved = np.abs(moved) >= STEADY_POINTS  # NaN has not
    columns = np.where(has_moved, drivers.argmax(axis=1), losses.argmax(axis=1))
    good = now.scores.overall >= now.card.levels[HealthLevel.GOOD]
    is_calm = good & ~np.isnan(moved) & ~has_moved
    measures, rows = measures_of(now.card), np.arange(len(columns))
    readings = now.measured[rows, columns].tolist(), before.measured[rows, columns].tolist()
    told = zip(columns.tolist(), is_calm.tolist(), has_moved.tolist(), *readings, strict=True)
    return [
        STEADY if calm else _words(measures[column], moved_, number, was)
        for column, calm, moved_, number, was in told
    ]


def _words(measure: Measure, has_moved: bool, now: float, before: float) -> str:
    earlier = or_none(before) if has_moved else None
    return measure.change(earlier, or_none(now), compared=has_moved)
