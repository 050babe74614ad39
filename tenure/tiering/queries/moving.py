"""What is known of customers whose tiers are looked at, for any number of them at once."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from tenure.foundation.database.prepared import all_rows, first_value
from tenure.programme.tiers import Tiers
from tenure.programme.words import Tier
from tenure.tiering.queries.use import used_in
from tenure.tiering.rules.months import Month, complete_months
from tenure.tiering.rules.moving import Facts

# A value of zero is known where contracts are; without any it was never told. What a customer is
# worth from its renewal on is what runs on that day, once a contract is known that begins until then.
STANDING = """
select c.id, c.tier, case when c.annual_contract_value > 0 or known.some then c.annual_contract_value end,
    renewed.value, c.next_renewal_on, case when c.tier_follows_value then ''
        when came.cause = 'BY_HAND' then came.reason else 'Nobody wrote down why.' end,
    coalesce(came.cause = 'LIMITS', false)
from customers_customer c
cross join lateral (
    select exists (select from contracts_contract k where k.customer_id = c.id) as some
) known
left join lateral (
    select coalesce(sum(k.annual_value) filter (where not k.is_trial), 0) as value
    from contracts_contract k
    where k.customer_id = c.id and k.starts_on <= c.next_renewal_on
        and (k.ends_on is null or k.ends_on >= c.next_renewal_on)
    having bool_or(k.starts_on > %(day)s)
) renewed on true
left join lateral (
    select t.cause, t.reason from tiering_tierchange t
    where t.customer_id = c.id and t.state = 'DONE' and t.to_tier = c.tier
    order by t.takes_effect_on desc, t.id desc limit 1
) came on true
where c.id = any(%(ids)s::uuid[])
"""
DUE = """
select c.id from customers_customer c
where c.status <> 'CHURNED' and not exists (
    select from tiering_tierreview r where r.customer_id = c.id and r.period_starts_on = %(period)s
)
order by c.id
"""


def customers_to_review(period: date) -> list[UUID]:
    """Customers whose tier was not looked at yet in the period that begins on that day."""
    return [id for (id,) in all_rows(DUE, {"period": period})]


def facts_of(ids: Sequence[UUID], day: date, tiers: Tiers) -> dict[UUID, Facts]:
    months = complete_months(day, tiers.moving.months_over_limits)
    used = used_in(ids, months)
    rows = all_rows(STANDING, {"ids": list(ids), "day": day})
    return {row[0]: _facts(row, months, used.get(row[0], {})) for row in rows}


def _facts(
    row: tuple[Any, ...], months: Sequence[date], used: dict[date, dict[str, float | None]]
) -> Facts:
    _, tier, value, renewed, renews_on, by_hand, for_use = row
    return Facts(
        tier=Tier(tier),
        value=value,
        value_at_renewal=value if renewed is None else renewed,
        renews_on=renews_on,
        months=[Month(month, used.get(month, {})) for month in months],
        set_by_hand=by_hand,
        is_there_for_use=for_use,
    )


VALUE_ON = """
select coalesce(
    (select coalesce(sum(k.annual_value) filter (where not k.is_trial), 0)
     from contracts_contract k
     where k.customer_id = c.id and k.starts_on <= %(day)s
        and (k.ends_on is null or k.ends_on >= %(day)s)
     having count(*) > 0),
    c.annual_contract_value)
from customers_customer c where c.id = %(id)s
"""


def value_on(customer: UUID, day: date) -> Decimal:
    """What a year of the contracts that run on a day is worth; without any, what its row says."""
    value: Decimal = first_value(VALUE_ON, {"id": customer, "day": day})
    return value
