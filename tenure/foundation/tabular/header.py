"""The first line of a file: what parts its columns, and what they are called."""

import csv
import re
from dataclasses import dataclass

from tenure.foundation.refusals import Invalid
from tenure.foundation.tabular.lines import is_text

DELIMITERS = (",", ";", "\t", "|")
MOST_COLUMNS = 500
REFUSAL_COLUMNS = ("line", "field", "reason")  # first columns of a file of refused rows
ZIP = "PK\x03\x04"  # how spreadsheets of today begin, too
QUOTED = re.compile(r'"[^"]*"')


class NotATable(Invalid):
    """The file as a whole cannot be read."""


@dataclass(frozen=True)
class Header:
    delimiter: str
    columns: list[str]
    dropped: int  # leading columns of an earlier refusal, which are not data


def read_header(file: str, line: str) -> Header:
    """The header that this line is; refused in words that name the file when it is none."""
    line = line.rstrip("\r\n")
    if line.startswith(ZIP):
        raise NotATable(f"{file} is a spreadsheet or an archive, not CSV. Save it as CSV.")
    if not is_text(line):
        raise NotATable(
            f"The header of {file} is not readable text. Save the file as UTF-8, or name its "
            "encoding, for example windows-1252."
        )
    if "\r" in line:
        raise NotATable(f"The lines of {file} end with CR alone. Save it with LF or CRLF.")
    delimiter = max(DELIMITERS, key=QUOTED.sub("", line).count)
    try:
        names = next(csv.reader([line], delimiter=delimiter, strict=True))
    except csv.Error:
        raise NotATable(f"The header of {file} has a quote in the wrong place.") from None
    names = [name.strip() for name in names]
    dropped = len(REFUSAL_COLUMNS) if tuple(names[:3]) == REFUSAL_COLUMNS else 0
    _check(file, names[dropped:])
    return Header(delimiter, names[dropped:], dropped)


def _check(file: str, names: list[str]) -> None:
    if not any(names):
        raise NotATable(f"The first line of {file} names no columns.")
    if len(names) > MOST_COLUMNS:
        raise NotATable(f"{file} has {len(names)} columns; the most is {MOST_COLUMNS}.")
    if "" in names:
        raise NotATable(f"Column {names.index('') + 1} of {file} has no name.")
    for name in names:
        if names.count(name) > 1:
            raise NotATable(f"The column “{name}” stands twice in {file}.")
