"""The current health of many customers: locked, read and stored."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

import numpy as np
from django.db import connection

from tenure.health.copying import NULL
from tenure.health.rules import Numbers


def listed(values: Iterable[Any]) -> str:
    """Many values as one parameter: an array in PostgreSQL's notation, of what needs no quotes."""
    return "{" + ",".join(map(str, values)) + "}"


def as_numbers(readings: Sequence[list[float | None] | None], width: int) -> Numbers:
    """n x width; a row of NaN where there are no readings."""
    unknown = [None] * width  # which NumPy takes for NaN
    rows = [row or unknown for row in readings]
    return np.array(rows, dtype=float).reshape(len(rows), width)


LOCK = """
select count(*) from (
    select from customers_currenthealth where customer_id = any(%s::uuid[])
    order by customer_id for update
) locked
"""
CURRENT = """
select customer_id, score, previous_score, level, trend, recorded_at, known_until, month_delta
from customers_currenthealth where customer_id = any(%s::uuid[])
"""
OF_HEALTH = {
    "score": "smallint", "previous_score": "smallint", "level": "text", "trend": "text",
    "churn_risk": "text", "recorded_at": "timestamptz", "known_until": "date",
    "month_delta": "smallint", "confidence": "smallint", "headline": "text",
}  # fmt: skip
PARAMETERS = ", ".join(f"%s::{kind}[]" for kind in ("uuid", *OF_HEALTH.values()))
STORE = f"""
update customers_currenthealth h set {", ".join(f"{name} = s.{name}" for name in OF_HEALTH)}
from unnest({PARAMETERS}) as s(customer_id, {", ".join(OF_HEALTH)})
where s.customer_id = h.customer_id and h.customer_id = any(%s::uuid[])
"""
OPEN = """
insert into customers_currenthealth (customer_id)
select unnest(%s::uuid[]) on conflict do nothing
"""


class Current(NamedTuple):
    """A customer's current health, which has a score."""

    customer_id: UUID
    score: int
    previous_score: int | None
    level: Any
    trend: Any
    recorded_at: datetime
    known_until: date | None
    month_delta: int | None


def lock_current_health(ids: Iterable[UUID | str]) -> None:
    """Lock the current health in the one order that everybody locks in."""
    with connection.cursor() as cursor:
        cursor.execute(LOCK, [listed(ids)])


def current_health(ids: Iterable[UUID | str]) -> dict[UUID, Current]:
    """The current health by customer, of customers that were scored."""
    with connection.cursor() as cursor:
        cursor.execute(CURRENT, [listed(ids)])
        return {row[0]: Current._make(row) for row in cursor.fetchall()}


def make_current(rows: Sequence[Sequence[str]]) -> None:
    """Store current healths, in COPY's notation: the customer, then OF_HEALTH, of which the last is
    text as it is."""
    if not rows:
        return
    ids, *columns, words = zip(*rows, strict=True)
    asked = listed(ids)
    told = [listed(column).replace(NULL, "NULL") for column in columns]
    # With the ids once more PostgreSQL looks for those rows, and does not read the whole table.
    given = [asked, *told, listed(map(quoted, words)), asked]
    with connection.cursor() as cursor:
        cursor.execute(STORE, given)
        if cursor.rowcount < len(rows):  # some had no place for their health yet
            cursor.execute(OPEN, [asked])
            cursor.execute(STORE, given)


def quoted(words: str) -> str:
    """Text in the notation of an array."""
    escaped = words.replace("\\", r"\\").replace('"', r"\"")
    return f'"{escaped}"'
