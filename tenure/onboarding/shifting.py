"""Moving what is open of an onboarding when it was on hold."""

from datetime import timedelta

from tenure.onboarding.models import Onboarding
from tenure.plans.days import shifted
from tenure.plans.models import SuccessPlan
from tenure.work.models import Task, Touchpoint
from tenure.work.words import TaskState, TouchpointState


def shift_what_is_open(onboarding: Onboarding, by: timedelta) -> None:
    """Open milestones, tasks and planned touchpoints, and the end of the plan."""
    if not by:
        return
    key = f"{onboarding.id}:"
    of_it = {"customer": onboarding.customer, "origin_key__startswith": key}
    for milestone in onboarding.plan.milestones.select_for_update(no_key=True).order_by("id"):
        if milestone.is_open:
            milestone.due_on = shifted(milestone.due_on, by)
            milestone.save(update_fields=["due_on", "updated_at"])
    for task in Task.objects.filter(state=TaskState.OPEN, **of_it).order_by("id"):
        task.due_on = shifted(task.due_on, by)
        task.save(update_fields=["due_on", "updated_at"])
    planned = Touchpoint.objects.filter(state=TouchpointState.PLANNED, **of_it)
    for touchpoint in planned.exclude(planned_on=None).order_by("id"):
        assert touchpoint.planned_on is not None
        touchpoint.planned_on = shifted(touchpoint.planned_on, by)
        touchpoint.save(update_fields=["planned_on", "updated_at"])
    last = max(onboarding.plan.milestones.values_list("due_on", flat=True))
    SuccessPlan.objects.filter(id=onboarding.plan_id).update(ends_on=last)
