"""Moving a file into a staging table: converted, checked, and every refused row with its reason.

Memory holds one batch of rows, however long the file is: the rest is PostgreSQL's.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import batched

from django.db import connection
from django.db.backends.utils import CursorWrapper

from tenure.foundation.ids import new_id
from tenure.foundation.tabular.converting import Problems
from tenure.foundation.tabular.formats import Format
from tenure.foundation.tabular.mapping import FileMapping
from tenure.foundation.tabular.records import Record, Table
from tenure.foundation.tabular.source_facts import SourceFacts, source_facts

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
    facts: SourceFacts = field(init=False)

    def __post_init__(self) -> None:
        self.facts = source_facts(self.table.columns, self.form, self.mapping)

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
        for name, wrong in self.facts.unreadable(columns):
            _note(wrong, name, sound, problems)
        for place, refusal in problems.items():
            self._refuse(refusal, sound[place].values)
        facts = self.facts.of(columns, len(sound))
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
        shown = self.mapping.shown(name)
        _note(wrong, shown, sound, problems)
        if column.is_required and None in answers:
            empty = (place for place, answer in enumerate(answers) if answer is None)
            _note(dict.fromkeys(empty, "is empty"), shown, sound, problems)
        return answers

    def _refuse(self, refusal: Refusal, values: list[str]) -> None:
        self.refused += 1
        self.refuse(refusal, values)


def _note(
    wrong: Problems, shown: str, sound: Sequence[Record], problems: dict[int, Refusal]
) -> None:
    """Add what is wrong with a column, by place; of each row the first trouble counts."""
    for place, reason in wrong.items():
        problems.setdefault(place, Refusal(sound[place].line, shown, f"{shown} {reason}."))
