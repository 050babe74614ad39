"""Customers who help themselves: what the data show of their onboarding is noted as done."""

from datetime import datetime

from django.db import connection

from tenure.foundation.audit.trail import Author
from tenure.plans import actions as plans
from tenure.plans.models import Milestone
from tenure.programme.in_force import programme

AT_ONCE = 500

# The first day since the plan began on which the data show it, one row a milestone.
SEEN = """
with open_steps as (
    select m.id, m.code, o.customer_id, p.starts_on
    from onboarding_onboarding o
    join plans_successplan p on p.id = o.plan_id
    join plans_milestone m on m.plan_id = p.id and m.completed_on is null and m.status <> 'CANCELLED'
    where o.state = 'IN_PROGRESS' and o.is_self_paced and m.code = any(%(use)s::text[] || %(value)s::text[])
)
select s.id, case when s.code = any(%(use)s::text[]) then (
        select min(u.day) from usage_dailyusage u
        where u.customer_id = s.customer_id and u.day between s.starts_on and %(today)s
          and (u.active_users > 0 or u.logins > 0 or u.uses > 0))
    else (
        select min(v.achieved_on) from onboarding_valueentry v
        where v.customer_id = s.customer_id and v.achieved_on between s.starts_on and %(today)s)
    end as day
from open_steps s
"""


def complete_what_is_seen(*, by: Author, at: datetime) -> int:
    """Complete the milestones of self-paced onboardings that the data show; answers how many."""
    steps = programme().onboarding.self_paced
    told = {
        kind: [one.code for one in steps if one.seen_by == kind.upper()]
        for kind in ("use", "value")
    }
    with connection.cursor() as cursor:
        cursor.execute(SEEN, told | {"today": at.date()})
        days = {number: day for number, day in cursor.fetchall() if day is not None}
    for milestone in Milestone.objects.filter(id__in=days).order_by("id")[:AT_ONCE]:
        plans.complete_milestone(
            milestone=milestone, completed_on=days[milestone.id], out_of_turn=True, by=by, at=at
        )
    return min(len(days), AT_ONCE)
