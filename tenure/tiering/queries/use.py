"""What customers used, month by month, of what tiers limit."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from tenure.foundation.database.prepared import all_rows

# Agents that nobody reported are the licensed ones of the month's last day, or those that were seen
# to use the product on one day, whichever are more.
USED = """
select u.customer_id, u.month, u.name, u.value::float8
from tiering_monthlyuse u
where u.customer_id = any(%(ids)s::uuid[]) and u.month = any(%(months)s::date[])
union all
select c.id, m.month, 'agents', greatest(seats.licensed, seen.most)::float8
from unnest(%(ids)s::uuid[]) c(id)
cross join unnest(%(months)s::date[]) m(month)
left join lateral (
    select sum(k.seats) as licensed from contracts_contract k
    where k.customer_id = c.id and k.starts_on < m.month + interval '1 month'
        and (k.ends_on is null or k.ends_on >= (m.month + interval '1 month' - interval '1 day')::date)
) seats on true
left join lateral (
    select max(u.active_users) as most from usage_dailyusage u
    where u.customer_id = c.id and u.day >= m.month and u.day < (m.month + interval '1 month')::date
) seen on true
where not exists (
    select from tiering_monthlyuse r
    where r.customer_id = c.id and r.month = m.month and r.name = 'agents'
)
"""

type Used = dict[date, dict[str, float | None]]


def used_in(ids: Sequence[UUID], months: Sequence[date]) -> dict[UUID, Used]:
    """By customer and month what it used, by limit; what nobody told is not there, or None."""
    found: dict[UUID, Used] = defaultdict(lambda: defaultdict(dict))
    for customer, month, name, value in all_rows(USED, {"ids": list(ids), "months": list(months)}):
        found[customer][month][name] = value
    return found
