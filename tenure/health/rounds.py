"""A round of scoring: some customers, what was measured of them, and what that comes to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from uuid import UUID

import numpy as np

from tenure.health import rules
from tenure.health.earlier import Earlier
from tenure.health.explanation import Scored
from tenure.health.models import Scorecard
from tenure.health.queries import as_numbers
from tenure.health.rules import Numbers, Scores
from tenure.programme import scorecard as cards
from tenure.programme.words import Tier


@dataclass(frozen=True)
class Round:
    """n customers, what was measured of them, and what the scorecard made of it."""

    ids: Sequence[UUID]
    ats: Sequence[datetime]
    days: Sequence[date]
    tiers: Sequence[Tier]
    days_to_renewal: Numbers  # n, NaN where none is known
    card: cards.Scorecard
    scorecard: Scorecard
    measured: Numbers  # n x m
    scores: Scores
    confidence: Numbers  # n, percent
    by: str

    @cached_property
    def names(self) -> list[str]:
        """The ids as text."""
        return list(map(str, self.ids))

    @cached_property
    def times(self) -> list[str]:
        """The instants as text; mostly they are all the same."""
        told = {at: at.isoformat() for at in set(self.ats)}
        return [told[at] for at in self.ats]

    @cached_property
    def dates(self) -> list[str]:
        """The days as text."""
        told = {day: day.isoformat() for day in set(self.days)}
        return [told[day] for day in self.days]

    def readings(self, row: int) -> list[float | None]:
        return nulls(self.measured[row])

    def against_month(self, earlier: Sequence[Earlier]) -> tuple[Scored, Scored]:
        """The round beside the scores of a month before, where these had the same scorecard."""
        readings = [
            row.month_measured if row.month_scorecard_id == self.scorecard.id else None
            for row in earlier
        ]
        measured = as_numbers(readings, len(self.card.measures))
        tiers = [
            Tier(row.month_tier) if row.month_tier else now
            for row, now in zip(earlier, self.tiers, strict=True)
        ]
        before = Scored(self.card, measured, rules.score(measured, tiers, self.card))
        return Scored(self.card, self.measured, self.scores), before


def nulls(numbers: Numbers) -> list[float | None]:
    """Numbers as the database keeps them: unknown is null."""
    return [None if np.isnan(number) else float(number) for number in numbers]
