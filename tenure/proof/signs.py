"""What the data showed before somebody left: pure arithmetic over days. Plain Python.

A sign lasts when it held on every day up to the last one; an unknown day breaks it. The first day of
a sign that lasts is the first day on which the data showed it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from tenure.health.rules import Numbers
from tenure.programme.scorecard import Scorecard
from tenure.programme.words import HealthLevel

DAYS_OF_BEFORE = 90  # the earlier level of a measure is its mean over so many first days
LEAST_DAYS, LEAST_SCORE = 30, 10  # below, half of it says nothing
DROP_DAYS = 28


@dataclass(frozen=True)
class Held:
    """When something held: the first day at all, and the first day since which it held to the end."""

    first: date | None
    since: date | None


@dataclass(frozen=True)
class Halved:
    """A measure whose score fell under half of what it had been, with the readings of then and of
    the last day."""

    column: int
    before: float
    last: float | None
    held: Held


@dataclass(frozen=True)
class Signs:
    below_good: Held
    below_fair: Held
    dropped: date | None  # the first lasting fall of more than the scorecard's points in four weeks
    halved: tuple[Halved, ...]  # those that lasted, the first one first


def signs(
    first: date, scores: Numbers, measured: Numbers, scored: Numbers, card: Scorecard
) -> Signs:
    """From a day on, a row a day: the score, and each measure in its own unit and as 0 to 100."""
    good, fair = card.levels[HealthLevel.GOOD], card.levels[HealthLevel.FAIR]
    return Signs(
        below_good=held(first, scores < good),
        below_fair=held(first, scores < fair),
        dropped=_dropped(first, scores, card.drop_points),
        halved=tuple(_halved(first, measured, scored)),
    )


def held(first: date, is_so: Sequence[bool] | np.ndarray) -> Held:
    days = np.flatnonzero(is_so)
    if not len(days):
        return Held(None, None)
    breaks = np.flatnonzero(~np.asarray(is_so, dtype=bool))
    start = int(breaks[-1]) + 1 if len(breaks) else 0
    since = first + timedelta(days=start) if start < len(is_so) else None
    return Held(first + timedelta(days=int(days[0])), since)


def _dropped(first: date, scores: Numbers, points: float) -> date | None:
    """The first fall after which the score never again came to where it had been."""
    for row in range(DROP_DAYS, len(scores)):
        before = scores[row - DROP_DAYS]
        if before - scores[row] > points and np.nanmax(scores[row:]) < before:
            return first + timedelta(days=row)
    return None


def _halved(first: date, measured: Numbers, scored: Numbers) -> list[Halved]:
    found = []
    for column in range(scored.shape[1]):
        known = np.flatnonzero(~np.isnan(scored[:, column]))[:DAYS_OF_BEFORE]
        if len(known) < LEAST_DAYS or (level := scored[known, column].mean()) < LEAST_SCORE:
            continue
        lasted = held(first, scored[:, column] < level / 2)
        if lasted.since:
            last = measured[-1, column]
            before = float(measured[known, column].mean())
            found.append(Halved(column, before, None if np.isnan(last) else float(last), lasted))
    return sorted(found, key=lambda one: one.held.since or first)
