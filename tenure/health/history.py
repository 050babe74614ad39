"""Reading stored scores back: as lines for a chart, and as snapshots that can be explained."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Any

import msgspec
from django.db.models import DateField, F, QuerySet
from django.db.models.functions import Cast, Coalesce

from tenure.customers.models import Customer
from tenure.health.earlier import MONTH_DAYS
from tenure.health.explanation import Snapshot
from tenure.health.models import HealthScore
from tenure.programme.scorecard import Scorecard
from tenure.programme.words import HealthLevel, Tier

DAYS_SHOWN = 365
MOST_POINTS = 400  # of a line: more cannot be told apart
DAY = Coalesce(F("known_until"), Cast("recorded_at", DateField()))


@dataclass(frozen=True)
class Line:
    """Scores by the day that each is about, oldest first, one a day, and the days on which another
    scorecard or tier began to count."""

    points: list[tuple[date, int]]
    changes: list[tuple[date, str]]


def line_of(customer: Customer, first: date, last: date) -> Line:
    """The scores about the days from the first to the last."""
    rows = list(
        scores_of(customer, last)
        .filter(day__gte=first)
        .order_by("recorded_at")
        .values_list("day", "score", "scorecard_id", "tier")
    )
    points = sorted({day: score for day, score, _, _ in rows}.items())
    computed = [(day, number, tier) for day, _, number, tier in rows if number]
    return Line(_thinned(points), list(_changes(computed)))


def _thinned(points: list[tuple[date, int]]) -> list[tuple[date, int]]:
    """Every n-th point, and the last."""
    step = -(-len(points) // MOST_POINTS)
    return points[::-1][::step][::-1] if points else points


def _changes(computed: list[tuple[date, int, str]]) -> Iterator[tuple[date, str]]:
    for (_, number, tier), (day, new_number, new_tier) in pairwise(computed):
        told = [
            f"Scorecard {number} → {new_number}" if number != new_number else "",
            f"Tier {Tier(tier).label} → {Tier(new_tier).label}" if tier != new_tier else "",
        ]
        if any(told):
            yield day, ", ".join(filter(None, told))


def scores_of(customer: Customer, last: date | None = None) -> QuerySet[Any]:
    """All scores about days up to the last, each with its day; the one that was computed last
    first."""
    scores = HealthScore.objects.filter(customer=customer).annotate(day=DAY)
    return (scores.filter(day__lte=last) if last else scores).order_by("-recorded_at")


def snapshots(
    customer: Customer, first: date | None = None, last: date | None = None
) -> tuple[Snapshot | None, Snapshot | None]:
    """The score as of the last day, and the one that it is compared with, as of the first.

    Without days these are the newest computed score, and the one about a month older. Where there
    is none that old, it is the oldest there is.
    """
    computed = scores_of(customer, last).filter(scorecard__isnull=False)
    computed = computed.select_related("scorecard")
    newest = computed.first()
    if newest is None:
        return None, None
    first = first or newest.day - timedelta(days=MONTH_DAYS)
    older = computed.filter(recorded_at__lt=newest.recorded_at)
    before = older.filter(day__lte=first).first() or older.order_by("recorded_at").first()
    return snapshot(newest), snapshot(before) if before else None


def snapshot(score: HealthScore) -> Snapshot:
    """A stored score as something that can be explained."""
    assert score.scorecard is not None and score.measured is not None
    return Snapshot(
        at=score.recorded_at,
        day=score.known_until or score.recorded_at.date(),
        score=score.score,
        level=HealthLevel(score.level),
        tier=Tier(score.tier),
        card=card_of(score.scorecard.version, score.scorecard.definition),
        measured=score.measured,
        confidence=score.confidence,
        number=score.scorecard.number,
    )


def card_of(version: str, definition: Any) -> Scorecard:
    """The scorecard that a score was computed by, whatever is in force now."""
    return _card(version, msgspec.json.encode(definition))


@lru_cache(maxsize=32)
def _card(version: str, definition: bytes) -> Scorecard:
    return msgspec.json.decode(definition, type=Scorecard)
