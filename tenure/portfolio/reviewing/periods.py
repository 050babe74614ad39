"""Periods that reviews are counted over, by the day until which each was promised. Plain Python."""

from dataclasses import dataclass
from datetime import date, timedelta

from tenure.tiering.rules.months import period_of, plus_months

DAY = timedelta(days=1)
THIS_QUARTER, LAST_QUARTER, YEAR = "this-quarter", "last-quarter", "year"
PERIODS = (
    (THIS_QUARTER, "This quarter"), (LAST_QUARTER, "Last quarter"), (YEAR, "Twelve months"),
)  # fmt: skip


@dataclass(frozen=True)
class Period:
    code: str
    title: str
    first: date
    last: date


def period_named(code: str, today: date) -> Period:
    """The quarter that runs unless another one is named."""
    quarter = period_of(today, 3)
    match code:
        case "last-quarter":
            first, last = plus_months(quarter, -3), quarter - DAY
        case "year":
            first, last = plus_months(today.replace(day=1), -12), plus_months(quarter, 3) - DAY
        case _:
            code, first, last = THIS_QUARTER, quarter, plus_months(quarter, 3) - DAY
    return Period(code, dict(PERIODS)[code], first, last)


def running(today: date) -> Period:
    """What is due from today on, until the end of the year: nothing promised ends later."""
    return Period("", "", today, date(today.year, 12, 31) + 7 * DAY)
