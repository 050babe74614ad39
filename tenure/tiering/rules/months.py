"""Calendar months and the periods in which tiers are looked at. Plain Python."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Month:
    """What a customer used in a calendar month, by limit. What is not there is unknown."""

    first: date
    used: Mapping[str, float | None]


def plus_months(first: date, count: int) -> date:
    """The first day of the month so many months later, or earlier."""
    place = first.year * 12 + first.month - 1 + count
    return date(place // 12, place % 12 + 1, 1)


def complete_months(day: date, count: int) -> tuple[date, ...]:
    """The first days of the last months that were over before the day, the oldest first."""
    this = day.replace(day=1)
    return tuple(plus_months(this, -back) for back in range(count, 0, -1))


def period_of(day: date, every_months: int) -> date:
    """The first day of the period that the day falls into: of its quarter, for every 3 months."""
    return date(day.year, (day.month - 1) // every_months * every_months + 1, 1)


def next_period(day: date, every_months: int) -> date:
    return plus_months(period_of(day, every_months), every_months)


def months_between(first: date, last: date) -> Iterator[date]:
    """The first days of the months that lie wholly within, both ends included."""
    start = first if first.day == 1 else plus_months(first.replace(day=1), 1)
    while plus_months(start, 1).toordinal() - 1 <= last.toordinal():
        yield start
        start = plus_months(start, 1)
