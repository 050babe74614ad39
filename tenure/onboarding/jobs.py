"""Background entry points of onboarding."""

from datetime import UTC, datetime

from procrastinate.contrib.django import app

from tenure.foundation.audit.trail import Machine
from tenure.onboarding import seeing


@app.periodic(cron="23 * * * *")
@app.task(name="onboarding.see", queueing_lock="onboarding.see")
def see(timestamp: int) -> None:
    """Every hour: what customers who help themselves have done."""
    seeing.complete_what_is_seen(
        by=Machine("Onboarding"), at=datetime.fromtimestamp(timestamp, UTC)
    )
