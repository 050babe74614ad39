"""Asking the database for rows."""

from typing import Any

from django.db import connection


def rows(sql: str, **told: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, told)
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found
