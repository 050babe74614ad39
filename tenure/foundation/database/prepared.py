"""Statements that PostgreSQL has prepared and planned already, on Django's own connection."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import connection
from psycopg import ClientCursor, Cursor

type Parameters = Mapping[str, Any] | Sequence[Any]


def first_row(sql: str, parameters: Parameters = ()) -> tuple[Any, ...] | None:
    """The first row, its values in PostgreSQL's own binary form turned into Python's."""
    with connection.wrap_database_errors, _cursor() as cursor:
        row: tuple[Any, ...] | None = cursor.execute(
            sql, parameters, prepare=True, binary=True
        ).fetchone()
    return row


def first_row_planned(sql: str, parameters: Parameters = ()) -> tuple[Any, ...] | None:
    """The first row by a plan made for these values: where the best way depends on them."""
    connection.ensure_connection()
    assert connection.connection is not None
    with connection.wrap_database_errors, ClientCursor(connection.connection) as cursor:
        row: tuple[Any, ...] | None = cursor.execute(sql, parameters).fetchone()
    return row


def all_rows(sql: str, parameters: Parameters = ()) -> list[tuple[Any, ...]]:
    with connection.wrap_database_errors, _cursor() as cursor:
        return cursor.execute(sql, parameters, prepare=True, binary=True).fetchall()


def first_value(sql: str, parameters: Parameters = ()) -> Any:
    row = first_row(sql, parameters)
    return row[0] if row else None


def run(sql: str, parameters: Parameters) -> None:
    """Run a statement that answers nothing."""
    with connection.wrap_database_errors, _cursor() as cursor:
        cursor.execute(sql, parameters, prepare=True)


def _cursor() -> Cursor[tuple[Any, ...]]:
    connection.ensure_connection()
    assert connection.connection is not None
    # Django's own cursors put values into the text of a statement, which cannot be prepared.
    return Cursor(connection.connection)
