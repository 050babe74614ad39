"""Reading answers from PostgreSQL as bytes, by statements that it has prepared already."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import connection
from psycopg import Cursor

type Parameters = Mapping[str, Any] | Sequence[Any]


def first_row(sql: str, parameters: Parameters = ()) -> tuple[Any, ...] | None:
    """The first row, its values in PostgreSQL's own binary form turned into Python's."""
    connection.ensure_connection()
    with connection.wrap_database_errors:
        assert connection.connection is not None
        # Django's own cursors put values into the text of a statement, which cannot be prepared.
        with Cursor(connection.connection) as cursor:
            row: tuple[Any, ...] | None = cursor.execute(
                sql, parameters, prepare=True, binary=True
            ).fetchone()
    return row


def first_value(sql: str, parameters: Parameters = ()) -> Any:
    row = first_row(sql, parameters)
    return row[0] if row else None
