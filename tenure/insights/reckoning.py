"""When which periods are reckoned: every night those that run, and those that have just ended."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from tenure.insights.filling import fill
from tenure.insights.periods import Period, period_of, periods
from tenure.insights.words import PeriodType

LATE_DAYS = {
    PeriodType.WEEKLY: 3, PeriodType.MONTHLY: 10, PeriodType.QUARTERLY: 10, PeriodType.ANNUAL: 10,
}  # fmt: skip
"""What comes in so many days late still counts into the period that has ended."""
DEFAULT = {
    PeriodType.WEEKLY: 12,
    PeriodType.MONTHLY: 24,
    PeriodType.QUARTERLY: 8,
    PeriodType.ANNUAL: 3,
}
"""How many of each are kept filled by the command; days are only those of the nights."""


def touched(at: datetime) -> Iterator[Period]:
    """Each period that runs, and each that ended in the last days."""
    day = at.date()
    yield period_of(PeriodType.DAILY, day - timedelta(days=1))
    for kind, late_days in LATE_DAYS.items():
        now = period_of(kind, day)
        earlier = period_of(kind, day - timedelta(days=late_days))
        yield from (earlier, now) if earlier != now else (now,)


def reckon_touched(at: datetime) -> int:
    return sum(fill(one, at) for one in touched(at))


def reckon(
    at: datetime, counts: dict[PeriodType, int], said: Callable[[Period, int], None]
) -> None:
    """Fill so many periods of each kind, the oldest first."""
    for kind, count in counts.items():
        for one in periods(kind, at.date(), count):
            said(one, fill(one, at))
