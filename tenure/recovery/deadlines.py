"""By when a customer at risk is assessed, has a plan, and hears from a level of the escalation. Pure."""

from datetime import UTC, datetime, time, timedelta

from tenure.programme.calendar import Calendar, Clock
from tenure.programme.escalation import EscalationLevel
from tenure.programme.working import due_at, plus_working_days


def level_due(level: EscalationLevel, since: datetime, calendar: Calendar) -> datetime:
    """Hours run by the clock; working days end when we close on the last of them."""
    if level.hours is not None:
        return due_at(calendar, since, level.hours, Clock.CALENDAR)
    day = since.astimezone(calendar.zone).date()
    last = plus_working_days(calendar, day, level.working_days or 0)
    return datetime.combine(last, calendar.closes, calendar.zone).astimezone(UTC)


def check_ins(since: datetime, days: int, calendar: Calendar) -> list[datetime]:
    """The next so many working days, at the opening."""
    day = since.astimezone(calendar.zone).date()
    found = (plus_working_days(calendar, day, number) for number in range(1, days + 1))
    return [datetime.combine(one, calendar.opens or time(9), calendar.zone) for one in found]


def hours_left(due: datetime, now: datetime) -> float:
    """Negative once it has passed."""
    return (due - now) / timedelta(hours=1)
