"""Looking back from the day on which somebody left: since when the data showed it, and the score."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

import numpy as np

from tenure.customers.models import Customer
from tenure.health import rules
from tenure.health.measures import measure_of
from tenure.programme.scorecard import Scorecard
from tenure.programme.words import HealthLevel, Tier
from tenure.proof import queries
from tenure.proof.frozen import DAYS_BEFORE, scored_on
from tenure.proof.rules import warning
from tenure.proof.signs import Signs, signs


@dataclass(frozen=True)
class GaveWay:
    """A measure that fell under half of its earlier level and stayed there."""

    title: str
    code: str
    evidence: str
    since: date


@dataclass(frozen=True)
class Autopsy:
    customer: Customer
    left_on: date
    first: date  # the first day that was looked at
    scores: tuple[float | None, ...]  # of each day from there on to the one before it left
    signs: Signs
    gave_way: tuple[GaveWay, ...]
    shown_since: date | None  # the first stored score of those below Good that lasted
    below: float
    drop_points: float

    @property
    def last_score(self) -> float | None:
        return self.scores[-1] if self.scores else None

    @property
    def showed_since(self) -> date | None:
        """The first day on which the data showed it."""
        return self.signs.below_good.since

    def lead(self, day: date | None) -> int | None:
        return None if day is None else (self.left_on - day).days

    @property
    def lead_days(self) -> int | None:
        return self.lead(self.showed_since)

    def line(self) -> list[tuple[date, int]]:
        """The score of each week, the last day included."""
        days = range(len(self.scores) - 1, -1, -7)
        found = [(self.first + timedelta(days=n), self.scores[n]) for n in days]
        return [(day, int(score)) for day, score in reversed(found) if score is not None]


def autopsy(customer: Customer, card: Scorecard, today: date) -> Autopsy | None:
    """The year before the last leaving, or since the one before that; None for who never left."""
    left = [one for one in queries.leavings([customer.id], today) if one.is_settled]
    if not left:
        return None
    left_on = left[-1].day
    first = left_on - timedelta(days=DAYS_BEFORE)
    if len(left) > 1:
        first = max(first, left[-2].day + timedelta(days=1))
    days = [first + timedelta(days=n) for n in range((left_on - first).days)]
    tiers = [Tier(customer.tier)] * len(days)
    _, measured, scored = scored_on([customer.id] * len(days), days, tiers, card)
    scores = rules.rounded(scored.overall)
    found = signs(first, scores, measured, scored.measures, card)
    below = card.levels[HealthLevel.GOOD]
    return Autopsy(
        customer=customer,
        left_on=left_on,
        first=first,
        scores=tuple(None if np.isnan(score) else float(score) for score in scores),
        signs=found,
        gave_way=tuple(_gave_way(found, card)),
        shown_since=_shown_since(customer, first, left_on, below),
        below=below,
        drop_points=card.drop_points,
    )


def _gave_way(found: Signs, card: Scorecard) -> list[GaveWay]:
    told = []
    for one in found.halved:
        measure = measure_of(card.measures[one.column].code, card)
        evidence = measure.change(one.before, one.last, compared=True)
        assert one.held.since is not None
        told.append(GaveWay(measure.title, measure.code, evidence, one.held.since))
    return told


def _shown_since(customer: Customer, first: date, left_on: date, below: float) -> date | None:
    """From the scores that were stored at the time: since when it could be read here."""
    begin, end = (datetime.combine(day, time(), UTC) for day in (first, left_on))
    stored = customer.health_scores.filter(recorded_at__gte=begin, recorded_at__lt=end)
    rows = list(stored.order_by("recorded_at").values_list("recorded_at", "score"))
    days = [at.date().toordinal() for at, _ in rows]
    seen = warning.warned(days, [score for _, score in rows], left_on.toordinal(), below)
    return None if seen.since is None else date.fromordinal(seen.since)
