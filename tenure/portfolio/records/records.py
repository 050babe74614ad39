"""What a tab of rows is: its columns, its rows, and how a row reads."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from tenure.customers.models import Customer
from tenure.portfolio.ranges import Days

type Cells = list[Any]


@dataclass(frozen=True)
class Cell:
    """A value and how it stands in its column; None is unknown."""

    value: Any
    style: str


@dataclass(frozen=True, kw_only=True)
class Records:
    """One kind of rows. Numbers stand to the right; one column may run over several lines. `day`
    is the column by which they can be narrowed to a range of days; rows that are no QuerySet narrow
    themselves by `rows_within`."""

    code: str
    title: str
    columns: tuple[str, ...]
    rows: Callable[[Customer], Sequence[Any] | QuerySet[Any]]
    cells: Callable[[Any], Cells]
    empty: str
    right: frozenset[str] = frozenset()
    long: str = ""
    day: str = ""
    add: str = ""
    """The name of the address at which one is written down by hand."""
    rows_within: Callable[[Customer, date, date], Sequence[Any]] | None = None

    @property
    def has_days(self) -> bool:
        return bool(self.day or self.rows_within)

    def within(self, customer: Customer, days: Days) -> Sequence[Any] | QuerySet[Any]:
        """The rows of a range of days, or all of them where they have no day."""
        first, last = days.first or date.min, days.last or date.max
        if self.rows_within:
            return self.rows_within(customer, first, last)
        rows = self.rows(customer)
        if self.day and days and isinstance(rows, QuerySet):
            return rows.filter(**{f"{self.day}__range": (first, last)})
        return rows

    @property
    def headings(self) -> list[Cell]:
        return [Cell(column, self._style(column)) for column in self.columns]

    def row(self, record: Any) -> list[Cell]:
        values = zip(self.columns, self.cells(record), strict=True)
        return [Cell(value, self._style(column)) for column, value in values]

    def _style(self, column: str) -> str:
        return "r" if column in self.right else "wrap" if column == self.long else "num"
