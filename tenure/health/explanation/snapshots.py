"""Scores with their readings: one as it was stored, and many as they are computed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np

from tenure.health import rules
from tenure.health.rules import Numbers
from tenure.programme.scorecard import Scorecard
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
        return rules.score(one_row(self.measured), [self.tier], self.card)


@dataclass(frozen=True)
class Scored:
    """n customers' measures and what the scorecard made of them."""

    card: Scorecard
    measured: Numbers
    scores: rules.Scores


def aligned(before: Snapshot | None, card: Scorecard) -> Scored | None:
    """An earlier score, its measures in the order of today's scorecard."""
    if before is None:
        return None
    codes = [measure.code for measure in before.card.measures]
    places = [codes.index(m.code) if m.code in codes else None for m in card.measures]
    scored = before.scored()

    def pick(numbers: Numbers, missing: float) -> Numbers:
        return np.array([[missing if p is None else numbers[0, p] for p in places]])

    scores = rules.Scores(
        measures=pick(scored.measures, np.nan),
        weights=pick(scored.weights, 0.0),
        components=scored.components,
        overall=scored.overall,
    )
    return Scored(card, pick(one_row(before.measured), np.nan), scores)


def one_row(numbers: Sequence[float | None]) -> Numbers:
    return np.array([[np.nan if n is None else n for n in numbers]], dtype=float)


def or_none(number: float) -> float | None:
    return None if np.isnan(number) else float(number)
