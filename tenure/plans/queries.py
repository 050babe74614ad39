"""Questions about plans across customers."""

from tenure.foundation.database.columns import Asked, Numbers, numbers

# A goal is a milestone whose day has come; it is attained when it was completed by then.
GOALS = """
select a.place,
    count(m.id) filter (where m.due_on <= a.day) as goals,
    count(m.id) filter (where m.due_on <= a.day and m.completed_on <= a.day) as goals_attained
from asked a
left join plans_successplan p on p.customer_id = a.customer_id
    and p.status in ('ACTIVE', 'COMPLETED', 'ON_HOLD')
left join plans_milestone m on m.plan_id = p.id and m.status <> 'CANCELLED'
    and m.due_on > a.day - 365
group by a.place
"""


def plan_facts(asked: Asked) -> dict[str, Numbers]:
    """Milestones of the last twelve months: how many were due, how many of those are completed."""
    return numbers(GOALS, asked)
