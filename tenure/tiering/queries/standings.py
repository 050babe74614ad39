"""Customers as promises see them, and the touchpoints that they had, month by month."""

from collections import defaultdict
from datetime import date
from uuid import UUID

from tenure.foundation.database.prepared import all_rows, first_value
from tenure.programme.words import Tier
from tenure.tiering.rules.kept import Standing
from tenure.work.words import COUNTED

# Onboarding is promised until the customer is live; on hold, its clock is nobody's promise.
STANDINGS = """
select c.id, c.name, c.tier, c.contract_starts_on, greatest(c.contract_starts_on, moved.day),
    c.churned_on, case when p.onboarding_status not in ('ON_HOLD', 'CANCELLED') or live.day is not null
        then p.onboarding_starts_on end, live.day
from customers_customer c
join customers_successprofile p on p.customer_id = c.id
left join lateral (
    select max(k.takes_effect_on) as day from tiering_tierchange k
    where k.customer_id = c.id and k.state = 'DONE'
) moved on true
cross join lateral (
    select coalesce(
        (select min(m.completed_on) from plans_milestone m join plans_successplan s on s.id = m.plan_id
         where s.customer_id = c.id and m.code = 'go_live'
             and m.completed_on >= p.onboarding_starts_on),
        case when p.goes_live_on between p.onboarding_starts_on and %(today)s then p.goes_live_on end,
        p.onboarding_ends_on) as day
) live
where (%(customer)s::uuid is null and (c.status <> 'CHURNED' or c.churned_on >= %(since)s))
    or c.id = %(customer)s
"""
TOUCHPOINTS = """
select t.customer_id, date_trunc('month', t.happened_at at time zone %(zone)s)::date, count(*)
from work_touchpoint t
where t.state = 'HELD' and t.kind = any(%(kinds)s) and t.happened_at >= %(since)s::date - 1
    and (%(customer)s::uuid is null or t.customer_id = %(customer)s)
group by 1, 2
"""
FIRST = """
select min((happened_at at time zone %(zone)s)::date) from work_touchpoint where state = 'HELD'
"""


def standings(since: date, today: date, customer: UUID | None = None) -> list[Standing]:
    """Those who were customers at any time since the day; of one, that one."""
    rows = all_rows(STANDINGS, {"since": since, "today": today, "customer": customer})
    return [Standing(row[0], row[1], Tier(row[2]), *row[3:]) for row in rows]


def touchpoints_since(
    since: date, zone: str, customer: UUID | None = None
) -> dict[UUID, dict[date, int]]:
    """Touchpoints that were held, by customer and month; months are those of the calendar's zone."""
    found: dict[UUID, dict[date, int]] = defaultdict(dict)
    kinds = [kind.value for kind in COUNTED]
    asked = {"since": since, "zone": zone, "customer": customer, "kinds": kinds}
    for who, month, count in all_rows(TOUCHPOINTS, asked):
        found[who][month] = count
    return found


def touchpoints_known_since(zone: str) -> date | None:
    """The day of the first touchpoint that anybody wrote down. What came before it is unknown."""
    day: date | None = first_value(FIRST, {"zone": zone})
    return day
