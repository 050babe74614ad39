"""Background entry points of alerts."""

from datetime import UTC, datetime

from procrastinate.contrib.django import app

from tenure.alerts import actions
from tenure.foundation.audit.trail import Machine


@app.periodic(cron="30 5 * * *")
@app.task(name="alerts.wake", queueing_lock="alerts.wake")
def wake(timestamp: int) -> None:
    """Every morning, after everybody was scored."""
    actions.wake_alerts(by=Machine("Nightly alerts"), at=datetime.fromtimestamp(timestamp, UTC))
