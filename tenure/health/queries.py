"""The current health of many customers: locked, read and stored."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

import numpy as np
from django.db import connection

from tenure.health.copying import copied
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
STAGE = f"""
create temp table if not exists current_stage (
    customer_id uuid, {", ".join(f"{name} {kind}" for name, kind in OF_HEALTH.items())}
) on commit delete rows
"""
STORE = f"""
update customers_currenthealth h set {", ".join(f"{name} = s.{name}" for name in OF_HEALTH)}
from current_stage s where s.customer_id = h.customer_id and h.customer_id = any(%s::uuid[])
"""
OPEN = """
insert into customers_currenthealth (customer_id)
select customer_id from current_stage on conflict do nothing
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


def make_current(ids: Iterable[UUID | str], rows: Sequence[str]) -> None:
    """Store current healths, given in COPY's notation: the customer, then OF_HEALTH. `ids` are all
    who may be among them: with these PostgreSQL looks for rows, and does not read the table."""
    asked = [listed(ids)]
    with connection.cursor() as cursor:
        cursor.execute(STAGE)
        cursor.execute("truncate current_stage")
        copied("current_stage", ("customer_id", *OF_HEALTH), rows)
        cursor.execute(STORE, asked)
        if cursor.rowcount < len(rows):  # some had no place for their health yet
            cursor.execute(OPEN)
            cursor.execute(STORE, asked)
