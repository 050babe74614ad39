"""Reading CSV: records with their line numbers, and what is wrong with those that are none."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tenure.foundation.tabular.header import NotATable, read_header
from tenure.foundation.tabular.lines import LONGEST_LINE, lines


@dataclass(frozen=True)
class Record:
    """A row of the file. `problem` says why it cannot be read; then `values` are its raw text."""

    line: int
    values: list[str]
    problem: str = ""


@dataclass
class Table:
    """A CSV file: its columns, and its records one by one."""

    path: Path
    encoding: str | None = None
    delimiter: str = ","
    columns: list[str] = field(default_factory=list)
    dropped: int = 0  # leading columns of an earlier refusal, which are not data

    def records(self) -> Iterator[Record]:
        """All records after the header. Blank lines are passed over; everything else is answered."""
        source = Source(self)
        reader = csv.reader(source, delimiter=self.delimiter, strict=True)
        width = len(self.columns) + self.dropped
        is_header = True
        while True:
            source.begin()
            try:
                values = next(reader)
            except StopIteration:
                yield from source.too_long()
                return
            except csv.Error as error:
                yield from source.too_long()
                yield Record(source.first, ["".join(source.taken)], _words(error, source))
                continue
            yield from source.too_long()
            if is_header:
                is_header = False
            elif len(values) == width:
                yield Record(source.first, values[self.dropped :])
            elif values:
                problem = f"has {len(values)} columns where the header has {width}"
                yield Record(source.first, values, problem)


class Source:
    """Feeds lines to the CSV reader and remembers those of the record it is reading."""

    def __init__(self, table: Table) -> None:
        self.lines = lines(table.path, table.encoding)
        self.taken: list[str] = []
        self.first = self.last = 0
        self.overlong: list[int] = []

    def begin(self) -> None:
        self.taken.clear()

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        for line in self.lines:
            self.last = line.number
            if line.text is None:
                self.overlong.append(line.number)
                continue
            if not self.taken:
                self.first = line.number
            self.taken.append(line.text)
            return line.text
        raise StopIteration

    def too_long(self) -> Iterator[Record]:
        for number in self.overlong:
            yield Record(number, [], f"is longer than {LONGEST_LINE // 1024 // 1024} MiB")
        self.overlong.clear()


def _words(error: csv.Error, source: Source) -> str:
    span = f"lines {source.first} to {source.last}"
    if "field larger than" in str(error):
        return f"has a field of over 131,072 characters; perhaps a quote is not closed ({span})"
    if "new-line character" in str(error):
        return "has a carriage return outside quotes"
    if "unexpected end of data" in str(error):
        return f"opens a quote that is never closed ({span})"
    return "has a quote in the wrong place; inside quotes write a quote twice"


def open_table(path: Path, encoding: str | None = None) -> Table:
    """Read the header: which delimiter, which columns. Refuse what is no table in words."""
    if not path.is_file():
        raise NotATable(f"There is no file {path}.")
    first = next((line for line in lines(path, encoding)), None)
    if first is None:
        raise NotATable(f"{path.name} is empty.")
    if first.text is None:
        raise NotATable(f"The first line of {path.name} is longer than 1 MiB: this is no CSV file.")
    header = read_header(path.name, first.text)
    return Table(path, encoding, header.delimiter, header.columns, header.dropped)
