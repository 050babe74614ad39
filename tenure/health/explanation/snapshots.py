"""Scores with their readings: one as it was stored, and many as they are computed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from math import isnan

import numpy as np

from tenure.health import rules
from tenure.health.explanation.changes import Side
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
    confidence: int | None = None  # percent
    number: int = 0  # of the scorecard, counted as they came into force

    @property
    def side(self) -> Side:
        """It as one of the two sides of a change: arrays of one row."""
        return Side(self.card, [self.tier], one_row(self.measured))

    @cached_property
    def components(self) -> dict[str, Component]:
        """By code of a measure the component that it counts in."""
        return {m.code: part for part in self.card.component for m in part.measures}

    @cached_property
    def numbers(self) -> dict[str, float | None]:
        """By code of a measure what was measured, in its own unit."""
        return dict(zip(self.components, self.measured, strict=True))

    def scored(self) -> rules.Scores:
        """What the scorecard makes of the readings: arrays of one row."""
        return rules.score(one_row(self.measured), [self.tier], self.card)


@dataclass(frozen=True)
class Scored:
    """n customers' measures and what the scorecard made of them."""

    card: Scorecard
    measured: Numbers
    scores: rules.Scores


def one_row(numbers: Sequence[float | None]) -> Numbers:
    return np.array([[np.nan if n is None else n for n in numbers]], dtype=float)


def or_none(number: float) -> float | None:
    return None if isnan(number) else float(number)
