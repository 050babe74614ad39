"""Questions about scores: what stood before, and how health went."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import numpy as np
from django.db import connection

from tenure.health.rules import Numbers

MONTH_DAYS = 28

EARLIER = """
select previous.score, previous.recorded_at, previous.scorecard_id, previous.tier, previous.measured,
       month.score, month.scorecard_id, month.tier, month.measured
from unnest(%(ids)s::uuid[], %(ats)s::timestamptz[], %(days)s::date[]) with ordinality
    as a(customer_id, at, day, place)
left join lateral (
    select score, recorded_at, scorecard_id, tier, measured from health_healthscore
    where customer_id = a.customer_id and recorded_at <= a.at
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


@dataclass(frozen=True)
class Earlier:
    """A customer's score before, and the one about a month before; None where there was none."""

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
    ids: Sequence[UUID], ats: Sequence[datetime], days: Sequence[date]
) -> list[Earlier]:
    """For each customer, in the order given: the score up to its instant, and the one of a month
    before its day. Months are counted in days that the scores are about, not in days of scoring."""
    given: dict[str, Any] = {
        "ids": list(ids),
        "ats": list(ats),
        "days": list(days),
        "month": MONTH_DAYS,
    }
    with connection.cursor() as cursor:
        cursor.execute(EARLIER, given)
        return [Earlier(*row) for row in cursor.fetchall()]


def as_numbers(readings: Sequence[list[float | None] | None], width: int) -> Numbers:
    """n x width; a row of NaN where there are no readings."""
    rows: list[list[Any]] = [
        [np.nan if value is None else value for value in row] if row else [np.nan] * width
        for row in readings
    ]
    return np.array(rows, dtype=float).reshape(len(rows), width)
