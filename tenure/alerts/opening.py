"""Opening alerts for customers that were just scored."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from tenure.alerts import queries
from tenure.alerts.rules import LEAST_CONFIDENCE, SILENT_DAYS, USED_BEFORE_DAYS
from tenure.programme.scorecard import Scorecard
from tenure.programme.words import HealthLevel
from tenure.usage.queries import last_day_reported


def open_alerts(ids: Iterable[UUID | str], at: datetime, card: Scorecard) -> int:
    """End the alerts of these customers that are over, open those that fire now; answers how many
    opened. Whoever calls this just stored their current health, and holds its locks."""
    told = {
        "at": at,
        "reported": last_day_reported(at.date()),
        "good": card.levels[HealthLevel.GOOD],
        "fair": card.levels[HealthLevel.FAIR],
        "drop": card.drop_points,
        "confidence": LEAST_CONFIDENCE,
        "silent": SILENT_DAYS,
        "used_before": USED_BEFORE_DAYS,
    }
    return queries.end_and_open(ids, told)[1]
