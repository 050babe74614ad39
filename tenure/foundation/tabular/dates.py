"""Which way round a column writes its dates: found from all its values, never guessed.

`3/4/2024` is the third of April or the fourth of March. A column in which some day is above 12
says which; one that never does is ambiguous, and somebody has to say.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from tenure.foundation.enums import Word


class DateOrder(Word):
    YEAR_FIRST = "year-first", "year first (2024-04-03)"
    DAY_FIRST = "day-first", "day first (3/4/2024 is 3 April)"
    MONTH_FIRST = "month-first", "month first (3/4/2024 is 4 March)"


NUMBERS = re.compile(r"^\s*(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})(?:[T ]+(.+?))?\s*$")
TIME = re.compile(
    r"^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([AaPp][Mm])?\s*(Z|[+-]\d{2}:?\d{2})?$"
)


@dataclass
class OrderFinder:
    """Looks at every value of a column and says which orders are still possible."""

    year_first: int = 0
    only_day_first: int = 0
    only_month_first: int = 0
    either: int = 0
    example: str = ""  # an ambiguous value, or one of each contradicting kind

    def look(self, values: Iterable[str]) -> None:
        for value in values:
            if found := NUMBERS.match(value):
                self._count(value, found)

    def _count(self, value: str, found: re.Match[str]) -> None:
        first, second = int(found[1]), int(found[2])
        if len(found[1]) == 4:
            self.year_first += 1
        elif len(found[3]) != 4:
            return  # a year of two digits: no order makes a date of it
        elif first > 12 >= second:
            self.only_day_first += 1
        elif second > 12 >= first:
            self.only_month_first += 1
        else:
            self.either += 1
            if first != second:
                self.example = self.example or value

    @property
    def order(self) -> DateOrder | None:
        """The only order that fits; None when two fit, or when the column contradicts itself."""
        day, month = self.only_day_first, self.only_month_first
        if day and not month:
            return DateOrder.DAY_FIRST
        if month and not day:
            return DateOrder.MONTH_FIRST
        if day and month:
            return None
        # With nothing but 5/5/2024 both orders say the same.
        return None if self.example else DateOrder.YEAR_FIRST

    def question(self, column: str) -> str:
        """What to ask when there is no order."""
        if self.only_day_first and self.only_month_first:
            return (
                f"The column “{column}” writes some dates day first ({self.only_day_first}) and "
                f"some month first ({self.only_month_first}). Say which is meant; the others are "
                "refused row by row."
            )
        return (
            f"The column “{column}” has dates like {self.example}, and none that shows whether "
            "the day or the month comes first. Say which is meant."
        )


def read_day(value: str, order: DateOrder) -> date:
    """The day that a text names; ValueError when it names none."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        return _parts(value, order)[0]


def read_instant(value: str, order: DateOrder) -> datetime:
    """The instant that a text names, in UTC; without a time midnight, without a zone UTC."""
    try:
        read = datetime.fromisoformat(value)
    except ValueError:
        day, time = _parts(value, order)
        read = _at(day, time) if time else datetime(day.year, day.month, day.day)  # noqa: DTZ001
    return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)


def _parts(value: str, order: DateOrder) -> tuple[date, str]:
    found = NUMBERS.match(value)
    if not found:
        raise ValueError(value)
    a, b, c = int(found[1]), int(found[2]), int(found[3])
    if len(found[1]) == 4:
        return date(a, b, c), found[4] or ""
    if len(found[3]) != 4 or (order == DateOrder.YEAR_FIRST and a != b):
        raise ValueError(value)
    day, month = (b, a) if order == DateOrder.MONTH_FIRST else (a, b)
    return date(c, month, day), found[4] or ""


def _at(day: date, text: str) -> datetime:
    found = TIME.match(text)
    if not found:
        raise ValueError(text)
    hour = int(found[1])
    if found[5]:
        if not 1 <= hour <= 12:
            raise ValueError(text)
        hour = hour % 12 + (12 if found[5].lower() == "pm" else 0)
    micro = int((found[4] or "0").ljust(6, "0")[:6])
    zone = (found[6] or "").replace("Z", "+00:00")
    stamp = f"{day.isoformat()}T{hour:02}:{found[2]}:{found[3] or '00'}.{micro:06}{zone}"
    return datetime.fromisoformat(stamp)
