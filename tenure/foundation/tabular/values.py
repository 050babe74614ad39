"""Turning a column of texts into values, many at a time, with a reason for each that cannot be.

A converter takes the column's texts and answers them in PostgreSQL's COPY notation (None is null)
and the problems by place. The usual case, in which nothing is wrong, runs without a Python loop.
"""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation
from functools import partial

from tenure.foundation.enums import Word
from tenure.foundation.tabular.dates import DateOrder, read_day, read_instant
from tenure.foundation.tabular.lines import is_text

type Problems = dict[int, str]
type Converter = Callable[[Sequence[str]], tuple[list[str | None], Problems]]

LARGEST_INTEGER = 2_147_483_647
LARGEST_MONEY = Decimal(10) ** 12
TRUE = frozenset({"true", "t", "yes", "y", "1"})
FALSE = frozenset({"false", "f", "no", "n", "0"})
ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
NEEDS_ESCAPE = re.compile(r"[\\\t\n\r]")
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def one_by_one(
    read: Callable[[str], str], texts: Sequence[str]
) -> tuple[list[str | None], Problems]:
    """Convert each text by itself; an empty one is null, a ValueError's words are its problem."""
    answers: list[str | None] = []
    problems: Problems = {}
    for place, raw in enumerate(texts):
        text = raw.strip()
        try:
            answers.append(read(text) if text else None)
        except ValueError as error:
            answers.append(None)
            problems[place] = str(error)
    return answers, problems


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


def integers(least: int, most: int = LARGEST_INTEGER) -> Converter:
    def read(text: str) -> str:
        try:
            number = Decimal(text.replace(",", "")) if is_plain_number(text) else None
        except InvalidOperation:
            number = None
        if number is None or number != number.to_integral_value():
            raise ValueError(f"“{clip(text)}” is not a whole number")
        if not least <= number <= most:
            raise ValueError(f"{clip(text)} is not between {least:,} and {most:,}")
        return str(int(number))

    def convert(values: Sequence[str]) -> tuple[list[str | None], Problems]:
        if "".join(values).isdecimal() and all(values):
            numbers = list(map(int, values))
            if min(numbers) >= least and max(numbers) <= most:
                return [str(number) for number in numbers], {}
        return one_by_one(read, values)

    return convert


def decimals(least: Decimal, most: Decimal, places: int) -> Converter:
    def read(text: str) -> str:
        try:
            number = Decimal(text.replace(",", "")) if is_plain_number(text) else None
        except InvalidOperation:
            number = None
        if number is None:
            raise ValueError(f"“{clip(text)}” is not a number")
        if not least <= number <= most:
            raise ValueError(f"{clip(text)} is not between {least:,} and {most:,}")
        if number != round(number, places):
            raise ValueError(f"{clip(text)} has more than {places} decimal places")
        return str(number)

    return partial(one_by_one, read)


def money() -> Converter:
    return decimals(Decimal(0), LARGEST_MONEY, 2)


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


def is_plain_number(text: str) -> bool:
    """Digits with a sign, thousands parted by commas, a decimal point; no NaN, no exponent."""
    return re.fullmatch(r"[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d*)?", text) is not None and any(
        character.isdigit() for character in text
    )


def clip(text: str) -> str:
    """Enough of a value to recognise it, readable whatever it is."""
    text = text.encode("utf-8", "replace").decode()
    return text if len(text) <= 40 else text[:39] + "…"
