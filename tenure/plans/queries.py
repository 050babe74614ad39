"""Questions about plans across customers."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db.models import Q

from tenure.foundation.database.columns import Asked, Numbers, numbers
from tenure.plans.models import Milestone, Objective, SuccessPlan
from tenure.plans.rules import Progress, Step, progress, progress_percent
from tenure.plans.words import Direction, MilestoneStatus

OPEN = Q(completed_on=None) & ~Q(status=MilestoneStatus.CANCELLED.value)

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


def percent_of(objective: Objective) -> int | None:
    return progress_percent(
        objective.baseline, objective.target, objective.current, Direction(objective.direction)
    )


def progress_of(plans: Sequence[SuccessPlan], today: date) -> dict[UUID, Progress]:
    """How far each of these plans is, in two questions however many there are. One that is not
    active has nothing late."""
    ids = [plan.id for plan in plans]
    steps: dict[UUID, list[Step]] = defaultdict(list)
    found = Milestone.objects.filter(plan__in=ids).exclude(status=MilestoneStatus.CANCELLED)
    for plan_id, title, due, done in found.values_list("plan", "title", "due_on", "completed_on"):
        steps[plan_id].append(Step(title, due, done))
    goals: dict[UUID, list[int | None]] = defaultdict(list)
    for objective in Objective.objects.filter(plan__in=ids, dropped_on=None).order_by("id"):
        goals[objective.plan_id].append(percent_of(objective))
    return {
        plan.id: progress(steps[plan.id], goals[plan.id], today if plan.is_active else date.min)
        for plan in plans
    }
