"""Columns of texts, truths, words, lists, days and instants."""

import re
from collections.abc import Callable, Sequence
from functools import partial

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from tenure.foundation.enums import Word
from tenure.foundation.tabular.converting import Converter, Problems, clip, one_by_one
from tenure.foundation.tabular.dates import DateOrder, read_day, read_instant
from tenure.foundation.tabular.lines import is_text

TRUE = frozenset({"true", "t", "yes", "y", "1"})
FALSE = frozenset({"false", "f", "no", "n", "0"})
ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
NEEDS_ESCAPE = re.compile(r"[\\\t\n\r]")
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def texts(longest: int) -> Converter:
    def read(text: str) -> str:
        if not is_text(text):
            raise ValueError("is not readable text: save the file as UTF-8 or name its encoding")
        if len(text) > longest:
            raise ValueError(f"is longer than {longest} characters")
        return text.translate(ESCAPES)

    def convert(values: Sequence[str]) -> tuple[list[str | None], Problems]:
        joined = "\x1f".join(values)
        is_plain = is_text(joined) and not NEEDS_ESCAPE.search(joined)
        if is_plain and max(map(len, values), default=0) <= longest:
            return [value.strip() or None for value in values], {}
        return one_by_one(read, values)

    return convert


def addresses() -> Converter:
    """E-mail addresses: what is none would later stand in the way of every change of its row."""

    def read(text: str) -> str:
        try:
            validate_email(text)
        except ValidationError:
            raise ValueError(f"“{clip(text)}” is not an e-mail address") from None
        return text.translate(ESCAPES)

    return partial(one_by_one, read)


def booleans() -> Converter:
    def read(text: str) -> str:
        if text.lower() in TRUE:
            return "t"
        if text.lower() in FALSE:
            return "f"
        raise ValueError(f"“{clip(text)}” is neither yes nor no")

    return partial(one_by_one, read)


def words(kinds: type[Word]) -> Converter:
    """One of the words: by its value or its label, in any case."""
    known = {word.value.lower(): word.value for word in kinds}
    known |= {word.label.lower(): word.value for word in kinds}

    def read(text: str) -> str:
        try:
            return known[text.lower()]
        except KeyError:
            raise ValueError(f"“{clip(text)}” is not one of {', '.join(kinds)}") from None

    return partial(one_by_one, read)


def lists() -> Converter:
    """Several texts in one field, parted by semicolons."""

    def read(text: str) -> str:
        if not is_text(text):
            raise ValueError("is not readable text: save the file as UTF-8 or name its encoding")
        parts = [part.strip() for part in text.split(";") if part.strip()]
        quoted = ('"' + part.replace("\\", "\\\\").replace('"', '\\"') + '"' for part in parts)
        return ("{" + ",".join(quoted) + "}").translate(ESCAPES)

    return partial(one_by_one, read)


def days(order: DateOrder) -> Converter:
    def read(text: str) -> str:
        try:
            return read_day(text, order).isoformat()
        except ValueError:
            raise ValueError(f"“{clip(text)}” is not a date ({order.label})") from None

    return partial(_known_once, read)


def instants(order: DateOrder) -> Converter:
    def read(text: str) -> str:
        try:
            return read_instant(text, order).isoformat()
        except (ValueError, OverflowError):
            raise ValueError(f"“{clip(text)}” is not a date or a time ({order.label})") from None

    return partial(_known_once, read)


def _known_once(
    read: Callable[[str], str], values: Sequence[str]
) -> tuple[list[str | None], Problems]:
    """Dates repeat: each different text is read once."""
    different = list(dict.fromkeys(values))
    answers, problems = one_by_one(read, different)
    if not problems:
        known = dict(zip(different, answers, strict=True))
        return [known[value] for value in values], {}
    return one_by_one(read, values)
