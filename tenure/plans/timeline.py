"""A plan as bars on a line of days. Plain Python: places are percent of the width.

A milestone has one day, by which it is due. Its bar begins where it can begin: when the last of those
that it comes after is done or due, else on the day of the one before it, else with the plan."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

MONTH_BY_MONTH_UP_TO = 14
MARGIN = 0.02


@dataclass(frozen=True)
class Dot[K]:
    """A milestone as far as it is drawn."""

    key: K
    due_on: date
    done_on: date | None
    is_cancelled: bool = False


@dataclass(frozen=True)
class Bar:
    """From `left`, so `wide`; late by `over` after it; the mark stands at `mark`."""

    left: str
    wide: str
    due: str
    mark: str
    over: str


@dataclass(frozen=True)
class Month:
    """`year` stands above the first month and every January."""

    name: str
    year: str
    at: str


@dataclass(frozen=True)
class Timeline[K]:
    bars: Mapping[K, Bar]
    months: Sequence[Month]
    today: str | None


def timeline[K](
    dots: Sequence[Dot[K]],
    after: Mapping[K, Collection[K]],
    starts_on: date,
    ends_on: date | None,
    today: date,
) -> Timeline[K]:
    days = [starts_on, *(dot.due_on for dot in dots), *(dot.done_on for dot in dots if dot.done_on)]
    days += [ends_on] if ends_on else []
    is_late = any(
        dot.done_on is None and not dot.is_cancelled and dot.due_on < today for dot in dots
    )
    days += [today] if is_late else []
    line = _Line(min(days), max(days))
    begins = _begins(dots, after, starts_on)
    return Timeline(
        bars={dot.key: _bar(dot, min(begins[dot.key], dot.due_on), today, line) for dot in dots},
        months=[
            Month(name, year, line.at(day)) for day, name, year in months(line.first, line.last)
        ],
        today=line.at(today) if line.first <= today <= line.last else None,
    )


class _Line:
    def __init__(self, first: date, last: date) -> None:
        self.first, self.last = first, max(last, first + timedelta(days=1))
        self.spare = (self.last - self.first).days * MARGIN

    def number(self, day: date) -> float:
        days = (self.last - self.first).days + 2 * self.spare
        return 100 * ((day - self.first).days + self.spare) / days

    def at(self, day: date) -> str:
        return f"{self.number(day):.2f}%"

    def between(self, first: date, last: date) -> str:
        return f"{max(0.0, self.number(last) - self.number(first)):.2f}%"


def _begins[K](
    dots: Sequence[Dot[K]], after: Mapping[K, Collection[K]], starts_on: date
) -> dict[K, date]:
    ready = {dot.key: dot.done_on or dot.due_on for dot in dots}
    found: dict[K, date] = {}
    before = starts_on
    for dot in sorted(dots, key=lambda dot: dot.due_on):
        first = [ready[one] for one in after.get(dot.key, ()) if one in ready]
        found[dot.key] = max(first) if first else before
        before = dot.due_on
    return found


def _bar[K](dot: Dot[K], begins: date, today: date, line: _Line) -> Bar:
    is_late = dot.done_on is None and not dot.is_cancelled and dot.due_on < today
    until = today if is_late else dot.done_on or dot.due_on
    return Bar(
        left=line.at(begins),
        wide=line.between(begins, dot.due_on),
        due=line.at(dot.due_on),
        mark=line.at(dot.done_on or dot.due_on),
        over=line.between(dot.due_on, until),
    )


def months(first: date, last: date) -> list[tuple[date, str, str]]:
    """The first days of months between two days; of a long time those of quarters."""
    count = 12 * (last.year - first.year) + last.month - first.month
    step = 1 if count <= MONTH_BY_MONTH_UP_TO else 3
    found: list[tuple[date, str, str]] = []
    day = first.replace(day=1)
    while day <= last:
        if day >= first and (day.month - 1) % step == 0:
            year = f"{day:%Y}" if day.month == 1 or not found else ""
            found.append((day, f"{day:%b}", year))
        day = (day + timedelta(days=31)).replace(day=1)
    return found
