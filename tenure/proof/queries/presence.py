"""Who was with us on a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tenure.proof.queries.asking import rows
from tenure.proof.queries.leaving import Left

# Who was with us: had begun, had not left for good, and, after leaving, a contract runs again.
PRESENT = """
select a.customer_id, a.day, a.tier, a.day - a.began, a.value
from (
    select c.id as customer_id, c.tier, c.churned_on, d.day,
           least(c.contract_starts_on, k.first) as began,
           case when k.first is null then c.annual_contract_value end as value
    from customers_customer c
    cross join unnest(%(days)s::date[]) as d(day)
    left join lateral (
        select min(starts_on) as first from contracts_contract where customer_id = c.id
    ) k on true
    where c.id = any(%(ids)s)
) a
left join (
    select l.customer_id, d.day as seen_on, max(l.day) as day
    from unnest(%(leavers)s::uuid[], %(left)s::date[]) as l(customer_id, day)
    join unnest(%(days)s::date[]) as d(day) on l.day <= d.day
    group by l.customer_id, d.day
) gone on gone.customer_id = a.customer_id and gone.seen_on = a.day
where a.began <= a.day and (a.churned_on is null or a.churned_on > a.day)
  and (gone.day is null or exists (
      select from contracts_contract k
      where k.customer_id = a.customer_id and k.starts_on <= a.day
        and (k.ends_on is null or k.ends_on > greatest(gone.day, a.day - 1))))
order by a.day, a.customer_id
"""


@dataclass(frozen=True)
class Present:
    """A customer that was with us on a day. `value` only where no contract tells it."""

    customer_id: UUID
    day: date
    tier: str
    tenure_days: int
    value: float | None


def present(ids: Sequence[UUID], days: Sequence[date], left: Sequence[Left]) -> list[Present]:
    """Who of these customers was with us on which of these days, by day."""
    found = rows(
        PRESENT, ids=list(ids), days=list(days),
        leavers=[leaving.customer_id for leaving in left], left=[leaving.day for leaving in left],
    )  # fmt: skip
    return [
        Present(customer, day, tier, tenure, None if value is None else float(value))
        for customer, day, tier, tenure, value in found
    ]


def csms() -> int:
    """How many CSMs look after somebody that is a customer now."""
    sql = """
        select count(distinct p.csm_id) from customers_successprofile p
        join customers_customer c on c.id = p.customer_id where c.status <> 'CHURNED'
    """
    return int(rows(sql)[0][0])
