"""Questions about the past: who was with us on a day, and who left when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

GRACE_DAYS = 30  # a renewal may be signed late; the same leaving may be told twice, days apart

# Who left: churn events, the customer's own day of churn, and contracts that ended and were followed
# by none. The last of these is settled when the days of grace have passed.
LEAVINGS = """
with told as (
    select customer_id, churned_on as day, true as is_settled from customers_churnevent
    where customer_id = any(%(ids)s)
    union
    select id, churned_on, true from customers_customer
    where id = any(%(ids)s) and churned_on is not null
    union
    select k.customer_id, k.ends_on, k.ends_on + %(grace)s <= %(until)s from contracts_contract k
    where k.customer_id = any(%(ids)s) and not k.is_trial and k.ends_on <= %(until)s
      and not exists (
          select from contracts_contract later
          where later.customer_id = k.customer_id and later.starts_on <= k.ends_on + %(grace)s
            and (later.ends_on is null or later.ends_on > k.ends_on))
)
select customer_id, day, bool_or(is_settled) from told where day <= %(until)s
group by customer_id, day order by customer_id, day
"""

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
left join lateral (
    select max(l.day) as day from unnest(%(leavers)s::uuid[], %(left)s::date[]) as l(customer_id, day)
    where l.customer_id = a.customer_id and l.day <= a.day
) gone on true
where a.began <= a.day and (a.churned_on is null or a.churned_on > a.day)
  and (gone.day is null or exists (
      select from contracts_contract k
      where k.customer_id = a.customer_id and k.starts_on <= a.day
        and (k.ends_on is null or k.ends_on > greatest(gone.day, a.day - 1))))
order by a.day, a.customer_id
"""

# Contracts are known long before anybody's behaviour is: they begin a story only where nothing else does.
FIRST_DAY = """
select coalesce(
    least((select min(day) from usage_dailyusage), (select min(opened_at)::date from support_ticket),
          (select min(answered_at)::date from surveys_surveyanswer)),
    (select min(starts_on) from contracts_contract))
"""


# As tenure.health.facts.known_until, for many days at once.
KNOWN = """
select d.day, greatest(
    (select max(day) from usage_dailyusage where day <= d.day),
    (select max(opened_at)::date from support_ticket where opened_at < d.day + 1),
    (select max(starts_on) from contracts_contract where starts_on <= d.day),
    (select max(ends_on) from contracts_contract where ends_on <= d.day))
from unnest(%(days)s::date[]) as d(day)
"""


@dataclass(frozen=True)
class Left:
    """One leaving. Not settled: the contract ended so lately that it may still be renewed."""

    customer_id: UUID
    day: date
    is_settled: bool


@dataclass(frozen=True)
class Present:
    """A customer that was with us on a day. `value` only where no contract tells it."""

    customer_id: UUID
    day: date
    tier: str
    tenure_days: int
    value: float | None


def leavings(ids: Sequence[UUID], until: date) -> list[Left]:
    """Every leaving up to a day, by customer and day. What is told again within the days of grace
    is the same leaving, on its first day."""
    found: list[Left] = []
    for row in _rows(LEAVINGS, ids=list(ids), until=until, grace=GRACE_DAYS):
        left = Left(*row)
        last = found[-1] if found else left
        days = (left.day - last.day).days
        if found and last.customer_id == left.customer_id and days <= GRACE_DAYS:
            is_settled = last.is_settled or left.is_settled
            found[-1] = Left(last.customer_id, last.day, is_settled)
        else:
            found.append(left)
    return found


def present(ids: Sequence[UUID], days: Sequence[date], left: Sequence[Left]) -> list[Present]:
    """Who of these customers was with us on which of these days, by day."""
    rows = _rows(
        PRESENT, ids=list(ids), days=list(days),
        leavers=[leaving.customer_id for leaving in left], left=[leaving.day for leaving in left],
    )  # fmt: skip
    return [
        Present(customer, day, tier, tenure, None if value is None else float(value))
        for customer, day, tier, tenure, value in rows
    ]


def first_day() -> date | None:
    """The first day of which anything is held that could be measured."""
    found: date | None = _rows(FIRST_DAY)[0][0]
    return found


def known_on(days: Sequence[date]) -> dict[date, date]:
    """For each day the last one up to it that any feed told of; without an entry where none did."""
    return {day: known for day, known in _rows(KNOWN, days=list(days)) if known}


def know_sizes() -> None:
    """Nobody else counts the rows of a partitioned table as a whole; without that, reading the
    usage of some thousand past days goes by a plan that takes thirty times as long."""
    with connection.cursor() as cursor:
        cursor.execute("analyze usage_dailyusage")


def csms() -> int:
    """How many CSMs look after somebody that is a customer now."""
    sql = """
        select count(distinct p.csm_id) from customers_successprofile p
        join customers_customer c on c.id = p.customer_id where c.status <> 'CHURNED'
    """
    return int(_rows(sql)[0][0])


def _rows(sql: str, **told: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, told)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows
