"""The time at which tests play."""

from datetime import UTC, datetime

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
TODAY = NOON.date()
