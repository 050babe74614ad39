"""Background entry points of health."""

import contextlib
from datetime import UTC, datetime
from uuid import UUID

from django.utils import timezone
from procrastinate.contrib.django import app

from tenure.foundation.audit.trail import Machine
from tenure.health import actions, due, overriding
from tenure.health.runs import ScoredAlready


@app.periodic(cron="0 5 * * *")
@app.task(name="health.score_all", queueing_lock="health.score_all")
def score_all(timestamp: int) -> None:
    """Every night, for everybody."""
    at = datetime.fromtimestamp(timestamp, UTC)
    actions.score_all_customers(by=Machine("Nightly scoring"), at=at)


@app.periodic(cron="* * * * *")
@app.task(name="health.score_due", queueing_lock="health.score_due", lock="health.score_due")
def score_changed(timestamp: int) -> None:
    """Every minute, for those whose inputs changed."""
    due.score_due(datetime.fromtimestamp(timestamp, UTC))


@app.task(name="health.score_now", queueing_lock="health.score_now")
def score_now(*, by_name: str, by_id: str) -> None:
    """Because somebody asked. Where a run is under way, that one will do."""
    with contextlib.suppress(ScoredAlready):
        actions.score_all_customers(
            by=Machine(by_name, UUID(by_id) if by_id else None), at=timezone.now()
        )


@app.periodic(cron="*/5 * * * *")
@app.task(name="health.expire_overrides", queueing_lock="health.expire_overrides")
def expire_overrides(timestamp: int) -> None:
    """Scores set by hand go when their time is over."""
    at = datetime.fromtimestamp(timestamp, UTC)
    overriding.expire_overrides(by=Machine("Expiry of scores set by hand"), at=at)
