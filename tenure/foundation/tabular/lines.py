"""Reading a file line by line without ever holding more than one line of bounded length."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tenure.foundation.refusals import Invalid

LONGEST_LINE = 1024 * 1024  # bytes
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
UNREADABLE = "unreadable"  # the name of what follows among Python's ways to meet wrong bytes


def _marked(error: UnicodeError) -> tuple[str, int]:
    """Lone surrogates for bytes that are no text: of UTF-8 they turn into the same bytes again."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return "".join(chr(0xDC00 + max(byte, 0x80)) for byte in wrong), error.end


codecs.register_error(UNREADABLE, _marked)


@dataclass(frozen=True)
class Line:
    """A line of the file, with its end. `text` is None when it is too long to be a line."""

    number: int
    text: str | None


def encoding_of(path: Path, wanted: str | None = None) -> tuple[str, int]:
    """The file's encoding and the length of its byte order mark: the mark decides, else UTF-8."""
    with path.open("rb") as file:
        start = file.read(4)
    for mark, encoding in MARKS:
        if start.startswith(mark):
            return encoding, len(mark)
    encoding = wanted or "utf-8"
    try:
        b"a".decode(encoding, "replace")  # what Python looks up may be no encoding of text
        return codecs.lookup(encoding).name, 0
    except (LookupError, ValueError):
        raise Invalid(f"There is no encoding “{encoding}”.", {"encoding": "unknown"}) from None


def lines(path: Path, encoding: str | None = None) -> Iterator[Line]:
    """The lines of a file. Bytes that are no text in its encoding come as lone surrogates, so that
    the row can be refused and written back unharmed."""
    found, skip = encoding_of(path, encoding)
    with path.open("rb") as file:
        file.seek(skip)
        if found.startswith(("utf-16", "utf-32")):
            yield from _wide_lines(file, found)
            return
        number = 0
        while raw := file.readline(LONGEST_LINE):
            number += 1
            if len(raw) == LONGEST_LINE and not raw.endswith(b"\n"):
                _skip_rest(file)
                yield Line(number, None)
            else:
                yield Line(number, raw.decode(found, UNREADABLE))


def _skip_rest(file: IO[bytes]) -> None:
    while part := file.readline(LONGEST_LINE):
        if part.endswith(b"\n"):
            return


def _wide_lines(file: IO[bytes], encoding: str) -> Iterator[Line]:
    """UTF-16, as spreadsheets write it: line ends are several bytes, so whole blocks are decoded."""
    decoder = codecs.getincrementaldecoder(encoding)(UNREADABLE)
    number, rest, is_long = 0, "", False
    while block := file.read(LONGEST_LINE):
        *whole, rest = (rest + decoder.decode(block)).split("\n")
        for text in whole:
            number += 1
            yield Line(number, None if is_long else text + "\n")
            is_long = False
        if len(rest) > LONGEST_LINE:
            rest, is_long = "", True
    rest += decoder.decode(b"", final=True)  # half a character at the end
    if rest or is_long:
        yield Line(number + 1, None if is_long else rest)


def is_text(value: str) -> bool:
    """Whether the value was readable in the file's encoding, and is something PostgreSQL stores."""
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return "\x00" not in value
