"""What a tab of rows is: its columns, its rows, and how a row reads."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from tenure.customers.models import Customer

type Cells = list[Any]


@dataclass(frozen=True)
class Cell:
    """A value and how it stands in its column; None is unknown."""

    value: Any
    style: str


@dataclass(frozen=True, kw_only=True)
class Records:
    """One kind of rows. Numbers stand to the right; one column may run over several lines."""

    code: str
    title: str
    columns: tuple[str, ...]
    rows: Callable[[Customer], Sequence[Any] | QuerySet[Any]]
    cells: Callable[[Any], Cells]
    empty: str
    right: frozenset[str] = frozenset()
    long: str = ""

    @property
    def headings(self) -> list[Cell]:
        return [Cell(column, self._style(column)) for column in self.columns]

    def row(self, record: Any) -> list[Cell]:
        values = zip(self.columns, self.cells(record), strict=True)
        return [Cell(value, self._style(column)) for column, value in values]

    def _style(self, column: str) -> str:
        return "r" if column in self.right else "wrap" if column == self.long else "num"
