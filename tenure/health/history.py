"""Reading stored scores back: as lines for a chart, and as snapshots that can be explained."""

from datetime import date, timedelta
from functools import lru_cache
from typing import Any

import msgspec
from django.db.models import DateField, F
from django.db.models.functions import Cast, Coalesce

from tenure.customers.models import Customer
from tenure.health.explanation import Snapshot
from tenure.health.models import HealthScore
from tenure.health.queries import MONTH_DAYS
from tenure.programme.scorecard import Scorecard
from tenure.programme.words import HealthLevel, Tier

DAYS_SHOWN = 365
DAY = Coalesce(F("known_until"), Cast("recorded_at", DateField()))


def line_of(customer: Customer) -> list[tuple[date, int]]:
    """The last year of scores by the day that each is about, oldest first, one a day."""
    newest = customer.health_scores.order_by("-recorded_at").annotate(day=DAY).first()
    if newest is None:
        return []
    scores = (
        customer.health_scores.annotate(day=DAY)
        .filter(day__gt=newest.day - timedelta(days=DAYS_SHOWN))
        .order_by("recorded_at")
        .values_list("day", "score")
    )
    return sorted(dict(scores).items())


def snapshots(customer: Customer) -> tuple[Snapshot | None, Snapshot | None]:
    """The newest computed score, and the one that it is compared with: about a month older, or
    the oldest there is."""
    computed = (
        customer.health_scores.filter(scorecard__isnull=False)
        .select_related("scorecard")
        .annotate(day=DAY)
    )
    newest = computed.order_by("-recorded_at").first()
    if newest is None:
        return None, None
    month = timedelta(days=MONTH_DAYS)
    older = computed.filter(recorded_at__lt=newest.recorded_at)
    before = older.filter(day__lte=newest.day - month).order_by("-recorded_at").first()
    before = before or older.order_by("recorded_at").first()
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
    )


def card_of(version: str, definition: Any) -> Scorecard:
    """The scorecard that a score was computed by, whatever is in force now."""
    return _card(version, msgspec.json.encode(definition))


@lru_cache(maxsize=32)
def _card(version: str, definition: bytes) -> Scorecard:
    return msgspec.json.decode(definition, type=Scorecard)
