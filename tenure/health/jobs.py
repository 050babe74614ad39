"""Background entry points of health."""

from datetime import UTC, datetime

from procrastinate.contrib.django import app

from tenure.foundation.audit.trail import Machine
from tenure.health import actions, overriding


@app.periodic(cron="0 5 * * *")
@app.task(name="health.score_all", queueing_lock="health.score_all")
def score_all(timestamp: int) -> None:
    """Every night, for everybody."""
    at = datetime.fromtimestamp(timestamp, UTC)
    actions.score_all_customers(by=Machine("Nightly scoring"), at=at)


@app.periodic(cron="*/5 * * * *")
@app.task(name="health.expire_overrides", queueing_lock="health.expire_overrides")
def expire_overrides(timestamp: int) -> None:
    """Scores set by hand go when their time is over."""
    at = datetime.fromtimestamp(timestamp, UTC)
    overriding.expire_overrides(by=Machine("Expiry of scores set by hand"), at=at)
