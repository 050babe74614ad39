"""Looking after the jobs themselves: those of a worker that died are done again, old ones go."""

import logging

from procrastinate.contrib.django import app

HOURS_KEPT = 24 * 14

log = logging.getLogger(__name__)


@app.periodic(cron="* * * * *")
@app.task(
    name="background.retry_stalled", queueing_lock="background.retry_stalled", pass_context=False
)
async def retry_stalled(timestamp: int) -> None:
    """A job whose worker was killed goes back into the queue; every job may run twice."""
    for job in await app.job_manager.get_stalled_jobs():
        log.warning("Job %s (%s) lost its worker and is done again.", job.id, job.task_name)
        await app.job_manager.retry_job(job)


@app.periodic(cron="30 3 * * *")
@app.task(name="background.remove_old", queueing_lock="background.remove_old")
async def remove_old(timestamp: int) -> None:
    await app.job_manager.delete_old_jobs(nb_hours=HOURS_KEPT, include_failed=False)
