"""What stood before: for each customer of a round the score before, and the one of a month before."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from tenure.health.queries import listed

MONTH_DAYS = 28

# What stood before is mostly the current health; the history is asked where that is of the same day
# (then the readings count) or newer than the instant asked about.
EARLIER = """
select case when h.is_before then h.score else previous.score end,
       coalesce(h.recorded_at <= a.at, true), previous.recorded_at = h.recorded_at,
       case when previous.recorded_at::date = a.at::date then previous.recorded_at end,
       previous.scorecard_id, previous.tier, previous.measured,
       month.score, month.scorecard_id, month.tier, month.measured
from unnest(%(ids)s::uuid[], %(ats)s::timestamptz[], %(days)s::date[]) with ordinality
    as a(customer_id, at, day, place)
left join lateral (
    select coalesce(computed_score, score) as score, recorded_at,
        recorded_at::date < a.at::date as is_before
    from customers_currenthealth where customer_id = a.customer_id
) h on true
left join lateral (
    select score, recorded_at, scorecard_id, tier,
        case when recorded_at::date = a.at::date then measured end as measured
    from health_healthscore
    where h.is_before is not true and customer_id = a.customer_id and recorded_at <= a.at
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
    """A customer's score before, and the one about a month before; None where there was none. When
    it was recorded and what was measured is told where that was on the same day."""

    score: int | None
    is_newest: bool  # nothing newer than the instant is current
    is_current: bool | None  # the score before is the current one
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
