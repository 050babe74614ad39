"""What the board of tiers counts."""

from datetime import date

from tenure.foundation.database.prepared import all_rows
from tenure.programme.tiers import Tiers
from tenure.programme.words import Tier
from tenure.tiering.rules.months import period_of

OVER = """
select c.tier, count(*)
from tiering_tierreview r join customers_customer c on c.id = r.customer_id
where r.period_starts_on = %(period)s and r.months_over >= %(months)s and r.tier = c.tier
    and c.status <> 'CHURNED' and r.months_over > 0
group by c.tier
"""
# Allowances are kept for a day. One that was taken whole was used up, but for what a process kept.
USED_UP = """
select c.tier, count(distinct c.id)
from rest_allowance a
join people_apitoken t on t.id = a.token_id
join customers_stakeholder s on s.person_id = t.person_id
join customers_customer c on c.id = s.customer_id
join unnest(%(tiers)s::text[], %(requests)s::int[]) promise(tier, requests) on promise.tier = c.tier
where c.status <> 'CHURNED' and a.taken >= coalesce(t.hourly_requests, promise.requests)
group by c.tier
"""


def over_limits(tiers: Tiers, day: date) -> dict[Tier, int]:
    """By tier, customers that were over its limits when they were looked at in this period, and
    still are in it."""
    period = period_of(day, tiers.moving.every_months)
    asked = {"period": period, "months": tiers.moving.months_over_limits}
    return {Tier(tier): number for tier, number in all_rows(OVER, asked)}


def used_up_allowances(tiers: Tiers) -> dict[Tier, int]:
    """By tier, customers whose programs used up an hour's requests within the last day."""
    asked = {
        "tiers": [promise.code.value for promise in tiers.tier],
        "requests": [promise.requests_an_hour for promise in tiers.tier],
    }
    return {Tier(tier): number for tier, number in all_rows(USED_UP, asked)}
