"""What a kind of file holds: its columns, the rules between them, and how its rows are saved."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from django.db.backends.utils import CursorWrapper

from tenure.foundation.tabular import numbers, values
from tenure.foundation.tabular.converting import Converter
from tenure.foundation.tabular.dates import DateOrder


class DateKind(Enum):
    DAY = "date"
    INSTANT = "timestamptz"


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column of a canonical file.

    `converter` makes values of texts; a column of dates has none, because how it writes dates is
    only known when the file is seen. `sql` is the column's type in the staging table.
    """

    name: str
    about: str
    sql: str
    converter: Converter | None = None
    date_kind: DateKind | None = None
    is_required: bool = False

    def converter_for(self, order: DateOrder | None) -> Converter:
        if self.converter:
            return self.converter
        chosen = order or DateOrder.YEAR_FIRST
        return values.days(chosen) if self.date_kind == DateKind.DAY else values.instants(chosen)


@dataclass(frozen=True)
class Rule:
    """Something between columns that makes a row impossible; `sql` is true of such a row.

    One that compares a column with what is known already holds only for files that have the
    column `given` and leave `untold` as it is.
    """

    sql: str
    field: str
    words: str
    given: str = ""
    untold: str = ""

    def holds_for(self, columns: Collection[str]) -> bool:
        return (not self.given or self.given in columns) and self.untold not in columns


@dataclass(frozen=True)
class Saved:
    """What saving the staged rows came to."""

    created: int
    changed: int
    unchanged: int


@dataclass(frozen=True, kw_only=True)
class Format:
    """A kind of file. `save` moves the rows of the staging table (named `stage`) to their tables;
    it is told when, and which of the columns the file has."""

    code: str
    title: str
    about: str
    columns: tuple[Column, ...]
    save: Callable[[CursorWrapper, datetime, frozenset[str]], Saved]
    key: tuple[str, ...] = ("external_id",)  # what tells one row from another
    one_of: tuple[tuple[str, ...], ...] = ()  # of each group at least one must be given
    rules: tuple[Rule, ...] = ()
    keeps_other_columns: bool = True
    order: int = 0  # files of a lower order are imported first
    examples: Sequence[str] = field(default=())

    def column(self, name: str) -> Column | None:
        return next((column for column in self.columns if column.name == name), None)


def text(name: str, about: str, *, longest: int = 200, required: bool = False) -> Column:
    return Column(
        name=name, about=about, sql="text", converter=values.texts(longest), is_required=required
    )


def day(name: str, about: str, *, required: bool = False) -> Column:
    return Column(name=name, about=about, sql="date", date_kind=DateKind.DAY, is_required=required)


def instant(name: str, about: str, *, required: bool = False) -> Column:
    return Column(
        name=name, about=about, sql="timestamptz", date_kind=DateKind.INSTANT, is_required=required
    )


def count(name: str, about: str, *, least: int = 0, most: int = numbers.LARGEST_INTEGER) -> Column:
    return Column(name=name, about=about, sql="integer", converter=numbers.integers(least, most))


def amount(name: str, about: str) -> Column:
    return Column(name=name, about=about, sql="numeric", converter=numbers.money())


def flag(name: str, about: str) -> Column:
    return Column(name=name, about=about, sql="boolean", converter=values.booleans())
