"""Background entry points of recovery."""

from datetime import UTC, datetime

from procrastinate.contrib.django import app

from tenure.foundation.audit.trail import Machine
from tenure.recovery import noticing


@app.periodic(cron="*/5 * * * *")
@app.task(name="recovery.notice", queueing_lock="recovery.notice")
def notice(timestamp: int) -> None:
    """Every five minutes: whoever fell is looked after, and who is back is asked about."""
    at = datetime.fromtimestamp(timestamp, UTC)
    noticing.open_for_alerts(by=Machine("Recovery"), at=at)
    noticing.propose_endings(by=Machine("Recovery"), at=at)
