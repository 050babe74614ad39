"""The thinnest handler: find the statement, pass on the bytes that PostgreSQL made.

Nothing is checked and nobody is asked who they are; where the server is, stands in PGHOST and so on.
"""

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import parse_qsl

from psycopg_pool import ConnectionPool

from benchmarks.peers.limit import statements

BASE = "/api/v1/customer-success"
JSON = [("Content-Type", "application/json")]
pool = ConnectionPool(
    "", kwargs={"autocommit": True, "prepare_threshold": 0}, min_size=4, max_size=4, open=True
)


def asked(sql: str, told: dict[str, Any]) -> tuple[Any, ...]:
    with pool.connection() as connection, connection.cursor(binary=True) as cursor:
        row: tuple[Any, ...] | None = cursor.execute(sql, told).fetchone()
    assert row
    return row


def listed(query: str) -> bytes:
    told: dict[str, Any] = dict(parse_qsl(query))
    page, limit = int(told.get("page", 1)), int(told.get("limit", 20))
    found, total = asked(statements.LIST, told | {"limit": limit, "skip": (page - 1) * limit})
    numbers = (page, limit, total, -(-total // limit))
    return (
        b'{"success":true,"data":%b,"pagination":{"page":%d,"limit":%d,"total":%d,"totalPages":%d}}'
        % (found, *numbers)
    )


def answer(environ: dict[str, Any]) -> tuple[str, bytes]:
    path = environ["PATH_INFO"].removeprefix(BASE)
    if environ["REQUEST_METHOD"] == "POST":
        body = environ["wsgi.input"].read().decode()
        return "201 Created", data(statements.CREATE, {"body": body})
    if path == "/customers":
        return "200 OK", listed(environ["QUERY_STRING"])
    if path == "/statistics":
        return "200 OK", data(statements.STATISTICS, {})
    return "200 OK", data(statements.DETAIL, {"id": path.rpartition("/")[2]})


def data(sql: str, told: dict[str, Any]) -> bytes:
    (found,) = asked(sql, told)
    return b'{"success":true,"data":%b}' % found


def application(
    environ: dict[str, Any], start_response: Callable[[str, list[tuple[str, str]]], object]
) -> Iterable[bytes]:
    status, body = answer(environ)
    start_response(status, JSON)
    return [body]
