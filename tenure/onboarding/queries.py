"""Questions about onboardings: their steps, for one or for many in one query each."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import connection

from tenure.onboarding.models import Onboarding
from tenure.onboarding.rules import Progress, Step, progress
from tenure.programme.in_force import programme

STEPS = """
select o.id, m.phase, m.title, m.due_on, m.completed_on, true, m.playbook
from onboarding_onboarding o
join plans_milestone m on m.plan_id = o.plan_id and m.status <> 'CANCELLED'
where o.id = any(%(ids)s)
union all
select o.id, split_part(t.origin_key, ':', 2), t.title, t.due_on,
    (t.ended_at at time zone 'UTC')::date, false, t.playbook
from onboarding_onboarding o
join work_task t on t.customer_id = o.customer_id and t.origin = 'ONBOARDING'
    and split_part(t.origin_key, ':', 1) = o.id::text and t.state <> 'CANCELLED'
where o.id = any(%(ids)s)
"""


def steps_of(ids: Sequence[UUID]) -> dict[UUID, list[Step]]:
    """Milestones and tasks of onboardings, in two scans by index whatever else there is."""
    found: dict[UUID, list[Step]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(STEPS, {"ids": list(ids)})
        for number, *step in cursor.fetchall():
            found[number].append(Step(*step))
    return found


def progress_of(onboardings: Sequence[Onboarding], today: date) -> dict[UUID, Progress]:
    """How far each is. One that is on hold stands still on the day of its pause."""
    steps, made = steps_of([one.id for one in onboardings]), programme()
    return {
        one.id: progress(
            steps[one.id], one.kickoff_on, one.paused_on or today, made.onboarding, made.calendar
        )
        for one in onboardings
    }
