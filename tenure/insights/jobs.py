"""Background entry points of metrics."""

from datetime import UTC, datetime

from procrastinate.contrib.django import app

from tenure.insights import reckoning


@app.periodic(cron="20 4 * * *")
@app.task(name="insights.reckon", queueing_lock="insights.reckon")
def reckon(timestamp: int) -> None:
    """Every night: the metrics of the periods that run."""
    reckoning.reckon_touched(datetime.fromtimestamp(timestamp, UTC))
