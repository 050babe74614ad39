"""Background entry points of expansion."""

from datetime import UTC, datetime

from procrastinate.contrib.django import app

from tenure.expansion import finding
from tenure.foundation.audit.trail import Machine


@app.periodic(cron="40 3 * * *")
@app.task(name="expansion.find", queueing_lock="expansion.find")
def find(timestamp: int) -> None:
    """Every night, when the scores are there: who might buy more."""
    finding.find_opportunities(by=Machine("Expansion"), at=datetime.fromtimestamp(timestamp, UTC))
