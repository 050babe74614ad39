"""Who left when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tenure.proof.queries.asking import rows

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


@dataclass(frozen=True)
class Left:
    """One leaving. Not settled: the contract ended so lately that it may still be renewed."""

    customer_id: UUID
    day: date
    is_settled: bool


def leavings(ids: Sequence[UUID], until: date) -> list[Left]:
    """Every leaving up to a day, by customer and day. What is told again within the days of grace
    is the same leaving, on its first day."""
    found: list[Left] = []
    for row in rows(LEAVINGS, ids=list(ids), until=until, grace=GRACE_DAYS):
        left = Left(*row)
        last = found[-1] if found else left
        days = (left.day - last.day).days
        if found and last.customer_id == left.customer_id and days <= GRACE_DAYS:
            is_settled = last.is_settled or left.is_settled
            found[-1] = Left(last.customer_id, last.day, is_settled)
        else:
            found.append(left)
    return found
