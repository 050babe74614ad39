"""Letting go of answers and allowances that nobody will ask for again."""

from datetime import datetime, timedelta

from tenure.foundation.rest.models import Allowance, Answered

KEPT = timedelta(days=1)


def forget_old(at: datetime) -> None:
    Answered.objects.filter(at__lt=at - KEPT).delete()
    Allowance.objects.filter(hour__lt=at - KEPT).delete()
