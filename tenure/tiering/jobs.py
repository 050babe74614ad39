"""Background entry points of tiers."""

from datetime import UTC, datetime

from procrastinate.contrib.django import app

from tenure.foundation.audit.trail import Machine
from tenure.tiering import actions


@app.periodic(cron="0 6 * * *")
@app.task(name="tiering.look", queueing_lock="tiering.look", lock="tiering.look")
def look_at_tiers(timestamp: int) -> None:
    """Every morning: what was announced takes effect, and whoever is due in this period is looked at."""
    by, at = Machine("Review of tiers"), datetime.fromtimestamp(timestamp, UTC)
    actions.let_changes_take_effect(by=by, at=at)
    actions.review_all_tiers(by=by, at=at)
