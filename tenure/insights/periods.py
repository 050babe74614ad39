"""Days, weeks, months, quarters and years by their codes. Plain Python."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from tenure.insights.words import PeriodType
from tenure.tiering.rules import months

EARLIEST = date(2000, 1, 1)
"""What is asked of a time before this is taken for a mistake."""


@dataclass(frozen=True)
class Period:
    """`last` is included."""

    kind: PeriodType
    code: str
    first: date
    last: date

    @property
    def title(self) -> str:
        if self.kind == PeriodType.MONTHLY:
            return f"{self.first:%B %Y}"
        if self.kind == PeriodType.DAILY:
            return f"{self.first:%-d %B %Y}"
        if self.kind == PeriodType.WEEKLY:
            return f"week of {self.first:%-d %B %Y}"
        return self.code.replace("-", " ")

    def before(self) -> "Period":
        return period_of(self.kind, self.first - timedelta(days=1))


def period_of(kind: PeriodType, day: date) -> Period:
    """The period of its kind that a day lies in."""
    match kind:
        case PeriodType.DAILY:
            return Period(kind, f"{day:%Y-%m-%d}", day, day)
        case PeriodType.WEEKLY:
            monday = day - timedelta(days=day.weekday())
            return Period(kind, f"{day:%G-W%V}", monday, monday + timedelta(days=6))
        case PeriodType.MONTHLY:
            return _months(kind, f"{day:%Y-%m}", day.replace(day=1), 1)
        case PeriodType.QUARTERLY:
            code = f"{day:%Y}-Q{(day.month + 2) // 3}"
            return _months(kind, code, months.period_of(day, 3), 3)
        case PeriodType.ANNUAL:
            return _months(kind, f"{day:%Y}", date(day.year, 1, 1), 12)


def _months(kind: PeriodType, code: str, first: date, count: int) -> Period:
    return Period(kind, code, first, months.plus_months(first, count) - timedelta(days=1))


def periods(kind: PeriodType, last: date, count: int) -> list[Period]:
    """So many periods up to the one that a day lies in, oldest first."""
    found = [period_of(kind, last)]
    while len(found) < count:
        found.append(found[-1].before())
    return found[::-1]


def named(code: str) -> Period | None:
    """The period of a code; None for what is no code, or lies where no calendar reaches."""
    forms = {
        r"(\d{4})-(\d\d)-(\d\d)": PeriodType.DAILY, r"(\d{4})-W(\d\d)": PeriodType.WEEKLY,
        r"(\d{4})-(\d\d)": PeriodType.MONTHLY, r"(\d{4})-Q([1-4])": PeriodType.QUARTERLY,
        r"(\d{4})": PeriodType.ANNUAL,
    }  # fmt: skip
    for form, kind in forms.items():
        match = re.fullmatch(form, code)
        if match:
            return _named(kind, [int(part) for part in match.groups()])
    return None


def _named(kind: PeriodType, parts: list[int]) -> Period | None:
    try:
        if kind == PeriodType.WEEKLY:
            return period_of(kind, date.fromisocalendar(parts[0], parts[1], 1))
        month = 3 * parts[1] if kind == PeriodType.QUARTERLY else parts[1] if parts[1:] else 1
        return period_of(kind, date(parts[0], month, parts[2] if parts[2:] else 1))
    except (ValueError, OverflowError):
        return None
