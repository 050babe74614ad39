"""Questions about customers and their profiles."""

from tenure.foundation.database.columns import Asked, Numbers, numbers

# A profile says what is so now, without dates. A KPI counts when it has a number to be reached
# and a number that was.
PROFILES = """
select a.place, kpis.achieved as kpi_percent, p.time_to_value_days, p.renewal_intent_percent,
    p.latest_nps, p.latest_csat, nullif(p.total_users, 0) as total_users,
    p.adoption_percent,
    nullif(p.complaint_count, 0) as complaint_count,
    greatest(a.day - p.updated_at::date, 0) as profile_age_days
from asked a
join customers_successprofile p on p.customer_id = a.customer_id
left join lateral (
    select 100 * avg((t.value #>> '{}')::numeric / (c.value #>> '{}')::numeric) as achieved
    from jsonb_each(case when jsonb_typeof(p.current_metrics) = 'object' then p.current_metrics end) t
    join jsonb_each(case when jsonb_typeof(p.target_metrics) = 'object' then p.target_metrics end) c
        on c.key = t.key
    where jsonb_typeof(t.value) = 'number' and jsonb_typeof(c.value) = 'number'
      and (c.value #>> '{}')::numeric <> 0
) kpis on true
"""


def profile_facts(asked: Asked) -> dict[str, Numbers]:
    """What the success profile says of each customer, as of now."""
    return numbers(PROFILES, asked)
