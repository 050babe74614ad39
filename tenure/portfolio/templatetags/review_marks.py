"""How days of reviews read."""

from datetime import date, datetime, timedelta

from django import template
from django.utils import timezone

register = template.Library()
WEEK = timedelta(days=7)


@register.filter
def days_to(day: date, today: date) -> int:
    return (day - today).days


@register.filter
def week_name(moment: datetime, today: date) -> str:
    """“This week”, “Next week”: what is scheduled stands under it."""
    day = timezone.localtime(moment).date()
    monday = today - timedelta(days=today.weekday())
    if day < today:
        return "Time is over: held or missed?"
    if day < monday + WEEK:
        return "This week"
    return "Next week" if day < monday + 2 * WEEK else "Later"
