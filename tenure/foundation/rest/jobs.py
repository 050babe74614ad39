"""Background entry points of the API."""

from django.utils import timezone
from procrastinate.contrib.django import app

from tenure.foundation.rest import forgetting


@app.periodic(cron="15 * * * *")
@app.task(name="rest.forget_old", queueing_lock="rest.forget_old")
def forget_old(timestamp: int) -> None:
    forgetting.forget_old(timezone.now())
