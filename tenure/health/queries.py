"""Questions about scores: what stood before, and how health went."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

import numpy as np
from django.db import connection

from tenure.health.copying import copied
from tenure.health.rules import Numbers

MONTH_DAYS = 28

# What stood before is mostly the current health; the history is asked where that is of the same day
# (then the readings count) or newer than the instant asked about.
EARLIER = """
select coalesce(previous.score, h.computed_score, h.score), coalesce(previous.recorded_at, h.recorded_at),
       previous.scorecard_id, previous.tier, previous.measured,
       month.score, month.scorecard_id, month.tier, month.measured
from unnest(%(ids)s::uuid[], %(ats)s::timestamptz[], %(days)s::date[]) with ordinality
    as a(customer_id, at, day, place)
left join customers_currenthealth h on h.customer_id = a.customer_id
    and h.recorded_at <= a.at and h.recorded_at::date < a.at::date
left join lateral (
    select score, recorded_at, scorecard_id, tier,
        case when recorded_at::date = a.at::date then measured end as measured
    from health_healthscore
    where h.customer_id is null and customer_id = a.customer_id and recorded_at <= a.at
    order by recorded_at desc limit 1
) previous on true
left join lateral (
    select score, scorecard_id, tier, measured from health_healthscore
    where customer_id = a.customer_id and recorded_at <= a.at
      and coalesce(known_until, recorded_at::date) <= a.day - %(month)s
    order by recorded_at desc limit 1
) month on true
order by a.place
"""


class Earlier(NamedTuple):
    """A customer's score before, and the one about a month before; None where there was none. What
    was measured before is told where that was on the same day."""

    score: int | None
    recorded_at: datetime | None
    scorecard_id: int | None
    tier: str | None
    measured: list[float | None] | None
    month_score: int | None
    month_scorecard_id: int | None
    month_tier: str | None
    month_measured: list[float | None] | None


def earlier_scores(
    ids: Iterable[UUID | str], ats: Sequence[datetime], days: Sequence[date]
) -> list[Earlier]:
    """For each customer, in the order given: the score up to its instant, and the one of a month
    before its day. Months are counted in days that the scores are about, not in days of scoring."""
    given: dict[str, Any] = {
        "ids": listed(ids),
        "ats": listed(moment.isoformat() for moment in ats),
        "days": listed(days),
        "month": MONTH_DAYS,
    }
    with connection.cursor() as cursor:
        cursor.execute(EARLIER, given)
        return list(map(Earlier._make, cursor.fetchall()))


def listed(values: Iterable[Any]) -> str:
    """Many values as one parameter: an array in PostgreSQL's notation, of what needs no quotes."""
    return "{" + ",".join(map(str, values)) + "}"


def as_numbers(readings: Sequence[list[float | None] | None], width: int) -> Numbers:
    """n x width; a row of NaN where there are no readings."""
    rows: list[list[Any]] = [
        [np.nan if value is None else value for value in row] if row else [np.nan] * width
        for row in readings
    ]
    return np.array(rows, dtype=float).reshape(len(rows), width)


CURRENT = """
select customer_id, score, previous_score, level, trend, recorded_at, known_until, month_delta
from customers_currenthealth where customer_id = any(%s::uuid[]) order by customer_id for update
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
from current_stage s where s.customer_id = h.customer_id
"""
OPEN = """
insert into customers_currenthealth (customer_id)
select customer_id from current_stage on conflict do nothing
"""


class Current(NamedTuple):
    """A customer's current health; without a score everything is None."""

    customer_id: UUID
    score: int | None
    previous_score: int | None
    level: Any
    trend: Any
    recorded_at: Any
    known_until: date | None
    month_delta: int | None


def current_health(ids: Iterable[UUID | str]) -> dict[UUID, Current]:
    """The current health by customer, locked in the one order that everybody locks in."""
    with connection.cursor() as cursor:
        cursor.execute(CURRENT, [listed(ids)])
        return {row[0]: Current._make(row) for row in cursor.fetchall()}


def make_current(rows: Sequence[str]) -> None:
    """Store current healths, given in COPY's notation: the customer, then OF_HEALTH."""
    with connection.cursor() as cursor:
        cursor.execute(STAGE)
        cursor.execute("truncate current_stage")
        copied("current_stage", ("customer_id", *OF_HEALTH), rows)
        cursor.execute(STORE)
        if cursor.rowcount < len(rows):  # some had no place for their health yet
            cursor.execute(OPEN)
            cursor.execute(STORE)
