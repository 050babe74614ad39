"""Background entry points of health."""

from datetime import UTC, datetime

from procrastinate.contrib.django import app

from tenure.foundation.audit.trail import Machine
from tenure.health import actions


@app.periodic(cron="0 5 * * *")
@app.task(name="health.score_all", queueing_lock="health.score_all")
def score_all(timestamp: int) -> None:
    """Every night, for everybody."""
    at = datetime.fromtimestamp(timestamp, UTC)
    actions.score_all_customers(by=Machine("Nightly scoring"), at=at)
