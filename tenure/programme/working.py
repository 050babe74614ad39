"""Reckoning with working days and opening hours. Pure: a calendar and a moment in, a moment out.

Summer time, leap days and holidays fall out of it: hours of the clock are reckoned in UTC, opening
hours in the calendar's zone, where each day is taken by itself."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from tenure.programme.calendar import Calendar, Clock

DAY = timedelta(days=1)
FURTHEST = 3660
"""Days that are looked through before a calendar that never opens is given up."""


class NeverOpen(ValueError):
    """The calendar has no working day within ten years."""


def working_day(calendar: Calendar, day: date, *, back: bool = False) -> date:
    """The day itself when it is worked on, else the next one; with `back` the one before."""
    for _ in range(FURTHEST):
        if calendar.is_working(day):
            return day
        day += -DAY if back else DAY
    raise NeverOpen(day)


def plus_working_days(calendar: Calendar, day: date, count: int) -> date:
    """So many working days after the day (before it when negative); 0 is the day or the next one."""
    step = -1 if count < 0 else 1
    day = working_day(calendar, day, back=count < 0)
    for _ in range(abs(count)):
        day = working_day(calendar, day + step * DAY, back=count < 0)
    return day


def working_days_between(calendar: Calendar, first: date, last: date) -> int:
    """How many days are worked on after the first one, up to and with the last one."""
    days = range(first.toordinal() + 1, last.toordinal() + 1)
    return sum(calendar.is_working(date.fromordinal(day)) for day in days)


def due_at(calendar: Calendar, start: datetime, hours: float, clock: Clock) -> datetime:
    """The moment by which something is promised, in UTC."""
    left = timedelta(hours=hours)
    if clock == Clock.CALENDAR:
        return start.astimezone(UTC) + left
    for opens, closes in _open_from(calendar, start):
        if left <= closes - opens:
            return opens + left
        left -= closes - opens
    raise NeverOpen(start)


def hours_between(calendar: Calendar, start: datetime, end: datetime, clock: Clock) -> float:
    """Hours that count from start to end; 0 when the end is before the start."""
    if end <= start:
        return 0.0
    if clock == Clock.CALENDAR:
        return (end - start) / timedelta(hours=1)
    end = end.astimezone(UTC)
    spent = timedelta()
    for opens, closes in _open_from(calendar, start):
        if opens >= end:
            break
        spent += min(closes, end) - opens
    return spent / timedelta(hours=1)


def _open_from(calendar: Calendar, start: datetime) -> Iterator[tuple[datetime, datetime]]:
    """The stretches in which we are open, from the start on, in UTC."""
    zone, start = calendar.zone, start.astimezone(UTC)
    day = start.astimezone(zone).date()
    for _ in range(FURTHEST):
        if calendar.is_working(day):
            opens, closes = (
                datetime.combine(day, at, zone).astimezone(UTC)
                for at in (calendar.opens, calendar.closes)
            )
            if closes > start:
                yield max(opens, start), closes
        day += DAY
