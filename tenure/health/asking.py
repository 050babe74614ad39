"""Asking for a scoring run, which the background does."""

import contextlib
from datetime import datetime

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from tenure.foundation.audit.trail import Author, deed, leave_no_trace, tell
from tenure.health import runs
from tenure.health.models import ScoringRun


@deed("scoring_run.asked", "asked to score {customers}")
def ask_run(*, by: Author, at: datetime) -> ScoringRun:
    """Have everybody scored. Asked twice, the run that waits or is under way is answered."""
    run, is_new = runs.asked_run(by, at)
    _defer(by)
    if is_new:
        tell(customers=f"all {run.customers:,} customers")
    else:
        leave_no_trace()
    return run


def _defer(by: Author) -> None:
    """A job for it, unless one waits already."""
    task = app.configure_task("health.score_now", queueing_lock="health.score_now")
    with contextlib.suppress(AlreadyEnqueued), transaction.atomic():
        task.defer(by_name=str(by), by_id=str(by.id) if by.id else "")
