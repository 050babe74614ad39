"""What is known of customers that might buy more, for one or for all of them."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from tenure.expansion.signs import Month, Standing
from tenure.foundation.database.prepared import all_rows
from tenure.foundation.web.templatetags.saying import currency
from tenure.programme.words import HealthLevel, Tier
from tenure.tiering.queries.use import used_in

THRIVING = """
select h.customer_id from customers_currenthealth h
where h.status = 'ACTIVE' and h.level in ('GOOD', 'EXCELLENT') order by h.customer_id
"""

KNOWN = """
select h.customer_id, h.tier, h.level, h.annual_value, h.adoption_percent, h.latest_nps,
    p.expansion_probability_ratio::float8, s.seats
from customers_currenthealth h
join customers_successprofile p using (customer_id)
left join lateral (
    select sum(k.seats)::int as seats from contracts_contract k
    where k.customer_id = h.customer_id and not k.is_trial and k.starts_on <= %(day)s
        and (k.ends_on is null or k.ends_on >= %(day)s)
) s on true
where h.customer_id = any(%(ids)s::uuid[])
    and h.status = 'ACTIVE' and h.level in ('GOOD', 'EXCELLENT')
"""

# The most people on one day: usage comes by the day, so who came in a month is not known.
USERS = """
select u.customer_id, date_trunc('month', u.day)::date, max(u.active_users)
from usage_dailyusage u
join usage_feature f on f.id = u.feature_id and f.name = ''
where u.customer_id = any(%(ids)s::uuid[]) and u.day >= %(first)s and u.day < %(until)s
group by 1, 2
"""


def thriving() -> list[UUID]:
    """Active customers in good health, who alone are looked at."""
    return [number for (number,) in all_rows(THRIVING, {})]


def whole_months(day: date, count: int) -> list[date]:
    """The first days of the whole months before a day, from old to new."""
    first = day.replace(day=1)
    found = []
    for _ in range(count):
        first = (first - timedelta(days=1)).replace(day=1)
        found.append(first)
    return found[::-1]


def standings(ids: Sequence[UUID], day: date, months: int) -> dict[UUID, Standing]:
    """What is known of those among them that are active and in good health."""
    firsts = whole_months(day, months)
    told: dict[str, Any] = {"ids": list(ids), "day": day}
    users: dict[UUID, dict[date, int]] = defaultdict(dict)
    until = {"first": firsts[0], "until": day.replace(day=1)}
    for customer, month, most in all_rows(USERS, told | until):
        users[customer][month] = most
    used = used_in(ids, firsts)
    return {
        customer: Standing(
            tier=Tier(tier), level=HealthLevel(level), annual_value=value, adoption_percent=adoption,
            nps=nps, stated_probability=stated, seats=seats,
            months=[Month(used[customer][first], users[customer].get(first)) for first in firsts],
            currency=currency(),
        )
        for customer, tier, level, value, adoption, nps, stated, seats in all_rows(KNOWN, told)
    }  # fmt: skip
