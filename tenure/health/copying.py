"""Rows in the notation of COPY, made from arrays."""

from collections.abc import Iterable, Sequence
from itertools import batched

import msgspec
import numpy as np
from django.db import connection

from tenure.health.rules import Numbers

NULL = r"\N"
WHOLES = np.array([NULL, *map(str, range(-100, 101))], dtype=object)
ROWS_AT_ONCE = 2_000
ESCAPED = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})


def copied(table: str, columns: Sequence[str], rows: Iterable[str]) -> None:
    """Add rows to a table."""
    connection.ensure_connection()
    assert connection.connection is not None
    told = f"copy {table} ({', '.join(columns)}) from stdin"
    with (
        connection.wrap_database_errors,
        connection.connection.cursor() as cursor,
        cursor.copy(told) as copy,
    ):
        for some in batched(rows, ROWS_AT_ONCE, strict=False):
            copy.write("".join(some))


def as_array(numbers: Numbers) -> list[str]:
    """n x m as n arrays of PostgreSQL; unknown is null."""
    if not len(numbers):
        return []
    # JSON writes a float as exactly as it is, and NaN as null.
    text = msgspec.json.encode(numbers.tolist()).decode()
    return ["{" + row + "}" for row in text[2:-2].split("],[")]


def as_text(words: str) -> str:
    is_plain = words.isprintable() and "\\" not in words
    return words if is_plain else words.translate(ESCAPED)


def as_wholes(numbers: Numbers) -> list[str]:
    """Scores and their differences, -100 to 100; unknown is null."""
    found: list[str] = WHOLES[np.nan_to_num(numbers + 101).astype(int)].tolist()
    return found


def counts(number: int | None) -> str:
    return NULL if number is None else str(number)
