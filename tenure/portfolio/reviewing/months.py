"""Usage and tickets of a customer by month. What was not measured is None, never zero. Plain Python."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from tenure.tiering.rules.months import plus_months

DAY = timedelta(days=1)
SATURDAY = 5

type UsageDay = tuple[date, int | None, int | None]
"""A day with its active users and its logins."""


@dataclass(frozen=True)
class UsageMonth:
    """A complete month: logins, and active users on a weekday in the mean."""

    first: date
    logins: int | None
    users: float | None


@dataclass(frozen=True)
class TicketMonth:
    first: date
    opened: int
    closed: int


def complete(first: date, last: date) -> Iterator[date]:
    """The first days of the months that begin from the first day on and are over by the last."""
    month = first if first.day == 1 else plus_months(first.replace(day=1), 1)
    while plus_months(month, 1) - DAY <= last:
        yield month
        month = plus_months(month, 1)


def usage_months(
    days: Sequence[UsageDay], first: date, told_until: date | None
) -> list[UsageMonth]:
    """The months from the first row on, as far as the feed has told. In a month without rows of
    its own nobody came."""
    if not days or told_until is None:
        return []
    begin = max(first, min(day for day, _, _ in days).replace(day=1))
    counts_logins = any(logins is not None for _, _, logins in days)
    counts_users = any(users is not None for _, users, _ in days)
    found = []
    for month in complete(begin, told_until):
        after = plus_months(month, 1)
        own = [row for row in days if month <= row[0] < after]
        weekdays = sum((month + n * DAY).weekday() < SATURDAY for n in range((after - month).days))
        users = sum(row[1] or 0 for row in own if row[0].weekday() < SATURDAY) / weekdays
        logins = sum(row[2] or 0 for row in own)
        found.append(
            UsageMonth(month, logins if counts_logins else None, users if counts_users else None)
        )
    return found


def ticket_months(
    opened: Iterable[date], closed: Iterable[date], first: date, last: date
) -> list[TicketMonth]:
    opened_in = [day.replace(day=1) for day in opened]
    closed_in = [day.replace(day=1) for day in closed]
    return [
        TicketMonth(month, opened_in.count(month), closed_in.count(month))
        for month in complete(first, last)
    ]


def value_months(entries: Iterable[tuple[date, Decimal]], last: date) -> list[tuple[date, Decimal]]:
    """What was achieved up to the end of each month, from that of the first entry on."""
    told = sorted(entries)
    if not told:
        return []
    months, month = [], told[0][0].replace(day=1)
    while month <= last:
        after = plus_months(month, 1)
        months.append((month, sum((much for day, much in told if day < after), Decimal())))
        month = after
    return months
