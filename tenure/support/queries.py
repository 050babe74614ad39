"""Questions about support across customers."""

from datetime import date

from django.db import connection

from tenure.foundation.database.columns import Asked, Numbers, numbers

# A ticket is rated when it is closed, and counts from then on. Complaints are escalated tickets. Without a feed of tickets they are unknown, not zero.
SUPPORT = """
select a.place,
    avg(t.satisfaction) filter (where t.closed_at is null or t.closed_at < a.day + 1)
        as ticket_satisfaction,
    case when exists (select from support_ticket) then
        count(*) filter (where t.is_escalated and t.opened_at >= a.day - 89) end as complaints,
    a.day - (max(t.opened_at) filter (where t.satisfaction is not null))::date as ticket_age_days,
    a.day - (select max(opened_at)::date from support_ticket where opened_at < a.day + 1)
        as support_age_days
from asked a
left join support_ticket t on t.customer_id = a.customer_id
    and t.opened_at >= a.day - 179 and t.opened_at < a.day + 1
group by a.place, a.day
"""


def support_facts(asked: Asked) -> dict[str, Numbers]:
    """Ratings of the last 180 days and complaints of the last 90."""
    return numbers(SUPPORT, asked)


def last_day_reported(day: date) -> date | None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select max(opened_at)::date from support_ticket where opened_at < %s::date + 1", [day]
        )
        found: date | None = cursor.fetchone()[0]
        return found
