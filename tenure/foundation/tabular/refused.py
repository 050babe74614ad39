"""The file of refused rows: as they came, with line, field and reason in front.

It can be mended and imported again as it is: the three columns in front are passed over.
"""

import csv
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from tenure.foundation.tabular.header import REFUSAL_COLUMNS
from tenure.foundation.tabular.records import Table
from tenure.foundation.tabular.staging import Refusal

SHOWN = 100


class RefusedRows:
    """Writes refused rows as they are found, and remembers the first ones for the screen."""

    def __init__(self, path: Path, table: Table) -> None:
        self.path = path
        self.table = table
        self.first: list[Refusal] = []
        self.count = 0
        self._file: IO[str] | None = None
        self._writer: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._file:
            self._file.close()

    def add(self, refusal: Refusal, values: list[str]) -> None:
        if self._file is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self.path.open("w", encoding="utf-8", errors="surrogateescape", newline="")
            self._writer = csv.writer(self._file, delimiter=self.table.delimiter)
            self._writer.writerow([*REFUSAL_COLUMNS, *self.table.columns])
        self.count += 1
        if len(self.first) < SHOWN:
            self.first.append(refusal)
        self._writer.writerow([refusal.line, refusal.field, refusal.reason, *values])

    def add_found_later(self, refusals: Iterable[Refusal]) -> None:
        """Add rows that the database refused. They come in the order of their lines; what stood
        in those lines is read from the file again."""
        records = self.table.records()
        for refusal in refusals:
            values = next((r.values for r in records if r.line == refusal.line), [])
            self.add(refusal, values)
