"""Moving a file into a staging table: converted, checked, and every refused row with its reason.

Memory holds one batch of rows, however long the file is: the rest is PostgreSQL's.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import batched

from django.db import connection
from django.db.backends.utils import CursorWrapper

from tenure.foundation.ids import new_id
from tenure.foundation.tabular.formats import Format
from tenure.foundation.tabular.mapping import FileMapping
from tenure.foundation.tabular.records import Record, Table
from tenure.foundation.tabular.values import ESCAPES

ROWS_AT_ONCE = 5_000
type Refuse = Callable[["Refusal", list[str]], None]


@dataclass(frozen=True)
class Refusal:
    """Why a row was not taken. `field` is empty when the row as a whole is the trouble."""

    line: int
    field: str
    reason: str


@dataclass
class Reading:
    """One file on its way into the staging table."""

    table: Table
    form: Format
    mapping: FileMapping
    refuse: Refuse
    progress: Callable[[int], None] = lambda line: None
    rows: int = 0
    refused: int = 0
    kept: Sequence[int] = field(default=())  # places of columns kept as they are

    def __post_init__(self) -> None:
        used = {
            source.column for name in self.mapping.fields if (source := self.mapping.source(name))
        }
        if self.form.keeps_other_columns:
            self.kept = [
                place
                for place, column in enumerate(self.table.columns)
                if column not in used and column not in self.mapping.drop
            ]

    def stage(self, cursor: CursorWrapper) -> None:
        """Make the table `stage` and fill it with every row that can be taken."""
        columns = ", ".join(f"{column.name} {column.sql}" for column in self.form.columns)
        cursor.execute("drop table if exists pg_temp.stage")
        cursor.execute(
            "create temp table stage"
            f" (line integer, id uuid, source_facts jsonb, {columns}) on commit drop"
        )
        assert connection.connection is not None
        with connection.connection.cursor() as raw, raw.copy("copy stage from stdin") as copy:
            for batch in batched(self.table.records(), ROWS_AT_ONCE, strict=False):
                self.rows += len(batch)
                copy.write(self._convert(batch))
                self.progress(batch[-1].line)
        cursor.execute("analyze stage")

    def _convert(self, batch: Sequence[Record]) -> bytes:
        """The rows of a batch that can be taken, in COPY's notation."""
        sound = []
        for record in batch:
            if record.problem:
                self._refuse(Refusal(record.line, "", f"The row {record.problem}."), record.values)
            else:
                sound.append(record)
        if not sound:
            return b""
        columns = list(zip(*(record.values for record in sound), strict=True))
        problems: dict[int, Refusal] = {}
        converted = [
            self._column(name, columns, sound, problems)
            for name in (column.name for column in self.form.columns)
        ]
        for place, refusal in problems.items():
            self._refuse(refusal, sound[place].values)
        facts = self._source_facts(columns, len(sound))
        numbers = (str(record.line) for record in sound)
        ids = (str(new_id()) for _ in sound)
        rows = zip(numbers, ids, facts, *converted, strict=True)
        lines = (
            "\t".join(["\\N" if value is None else value for value in row]) + "\n"
            for place, row in enumerate(rows)
            if place not in problems
        )
        return "".join(lines).encode()

    def _column(
        self,
        name: str,
        columns: Sequence[Sequence[str]],
        sound: Sequence[Record],
        problems: dict[int, Refusal],
    ) -> list[str | None]:
        """One field of all rows; what is wrong with it goes to `problems`, first trouble first."""
        column, source = self.form.column(name), self.mapping.source(name)
        assert column is not None
        if source is None:
            return [None] * len(sound)
        if source.column is None:
            texts: Sequence[str] = [source.value or ""] * len(sound)
        else:
            texts = source.apply(columns[self.table.columns.index(source.column)])
        order = self.mapping.dates.get(source.column or "")
        answers, wrong = column.converter_for(order)(texts)
        shown = source.column or name
        for place, reason in wrong.items():
            problems.setdefault(place, Refusal(sound[place].line, shown, f"{shown} {reason}."))
        if column.is_required and None in answers:
            for place, answer in enumerate(answers):
                if answer is None:
                    refusal = Refusal(sound[place].line, shown, f"{shown} is empty.")
                    problems.setdefault(place, refusal)
        return answers

    def _source_facts(self, columns: Sequence[Sequence[str]], count: int) -> list[str | None]:
        """What the file says beyond our columns, as JSON."""
        if not self.kept:
            return [None] * count
        names = [self.table.columns[place] for place in self.kept]
        rows = zip(*(columns[place] for place in self.kept), strict=True)
        return [
            json.dumps(
                {name: clean(value) for name, value in zip(names, row, strict=True) if value}
            ).translate(ESCAPES)
            for row in rows
        ]

    def _refuse(self, refusal: Refusal, values: list[str]) -> None:
        self.refused += 1
        self.refuse(refusal, values)


def clean(value: str) -> str:
    return value.encode("utf-8", "replace").decode().replace("\x00", "")
