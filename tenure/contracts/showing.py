"""What contracts say of their customer's value, start and renewal."""

from datetime import datetime
from uuid import UUID

from django.db.backends.utils import CursorWrapper

from tenure.customers.importing import tier_of

# A customer's yearly value is that of its running contracts, trials left out. It renews when the
# first of them ends; one without an end that is billed yearly renews on its next anniversary.
# Lifetime value is what all its contracts have been worth up to now. The tier follows the value until
# it is reviewed for the first time: from then on it moves by review, down only with notice.
SHOWN = """
with theirs as (
    select k.*, (
        k.starts_on <= %(at)s::date and (k.ends_on is null or k.ends_on >= %(at)s::date)
    ) as is_running
    from contracts_contract k
    where k.customer_id in ({whose})
), summed as (
    select customer_id, min(starts_on) as starts_on,
        coalesce(sum(annual_value) filter (where is_running and not is_trial), 0) as value,
        round(sum(annual_value * greatest(least(coalesce(ends_on, %(at)s::date), %(at)s::date)
            - starts_on, 0) / 365.25) filter (where not is_trial), 2) as so_far,
        min(case when not is_running or is_trial then null
            when ends_on is not null then ends_on + 1
            when billing_period = 'ANNUAL' then (starts_on + make_interval(years =>
                (extract(year from age(%(at)s::date, starts_on)) + 1)::int))::date
            end) as renews_on
    from theirs group by customer_id
), wanted as (
    select customer_id, least(c.contract_starts_on, s.starts_on) as starts_on, value,
        coalesce(so_far, 0) as so_far, renews_on,
        case when c.tier_follows_value and c.tier_settled_on is null
            then {tier} else c.tier end as tier
    from summed s join customers_customer c on c.id = s.customer_id
)
update customers_customer c
set contract_starts_on = w.starts_on, annual_contract_value = w.value, lifetime_value = w.so_far,
    next_renewal_on = w.renews_on, tier = w.tier, updated_at = %(at)s
from wanted w
where c.id = w.customer_id
  and (c.contract_starts_on, c.annual_contract_value, c.lifetime_value, c.next_renewal_on, c.tier)
      is distinct from (w.starts_on, w.value, w.so_far, w.renews_on, w.tier)
"""
STAGED = """
select c.id from stage s join customers_customer c on c.external_id = s.customer_external_id
"""


def show_staged(cursor: CursorWrapper, at: datetime) -> None:
    """Let the customers of a file that was just saved show what their contracts say."""
    cursor.execute(SHOWN.format(whose=STAGED, tier=tier_of("value")), {"at": at})


def show(cursor: CursorWrapper, customer_id: UUID, at: datetime) -> None:
    """Let one customer show what its contracts say."""
    cursor.execute(
        SHOWN.format(whose="%(id)s", tier=tier_of("value")), {"at": at, "id": customer_id}
    )
