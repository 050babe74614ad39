"""Adding, changing and completing milestones."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from tenure.foundation.audit.trail import Author, deed, tell
from tenure.foundation.checking import refuse_changed, save
from tenure.foundation.refusals import Conflict
from tenure.plans.models import Milestone, MilestoneStatus, PlanStatus, SuccessPlan


class AlreadyCompleted(Conflict):
    pass


class PlanIsCompleted(Conflict):
    """A completed plan takes no open milestone, neither a new one nor one that is opened again."""


@deed("milestone.added", "added “{milestone}” to “{plan}” of {subject}")
def add_milestone(
    *, plan: SuccessPlan, fields: Mapping[str, Any], by: Author, at: datetime
) -> Milestone:
    plan = locked(plan.id)
    milestone = Milestone(plan=plan, created_at=at)
    settle(milestone, fields, at.date())
    refuse_open(milestone)
    keep(milestone)
    customer = plan.customer
    tell(customer_id=customer.id, subject=customer.name, plan=plan.title, milestone=milestone.title)
    return milestone


@deed("milestone.changed", "changed “{milestone}” at {subject}")
def change_milestone(
    *,
    milestone: Milestone,
    changes: Mapping[str, Any],
    seen_at: datetime | None = None,
    by: Author,
    at: datetime,
) -> Milestone:
    plan = locked(milestone.plan_id)
    milestone = plan.milestones.select_for_update().get(id=milestone.id)
    refuse_changed(milestone, seen_at)
    was_open = milestone.is_open
    if settle(milestone, changes, at.date()):
        if not was_open:
            refuse_open(milestone)
        keep(milestone)
    customer = plan.customer
    tell(customer_id=customer.id, subject=customer.name, milestone=milestone.title)
    return milestone


def locked(plan_id: UUID) -> SuccessPlan:
    """The plan, which nobody completes or reopens meanwhile. Whoever locks a plan and milestones of
    it, locks the plan first."""
    plans = SuccessPlan.objects.select_for_update(of=["self"]).select_related("customer")
    return plans.get(id=plan_id)


def keep(milestone: Milestone) -> None:
    """Write a milestone. Its plan, which is shown with its milestones, has changed with it."""
    save(milestone)
    SuccessPlan.objects.filter(id=milestone.plan_id).update(updated_at=timezone.now())


def refuse_open(milestone: Milestone) -> None:
    if milestone.is_open and milestone.plan.status == PlanStatus.COMPLETED:
        raise PlanIsCompleted(
            f"“{milestone.plan}” is completed. Make it active before it gets open milestones.",
            {"status": "is open, and the plan is completed"},
        )


def settle(milestone: Milestone, changes: Mapping[str, Any], today: date) -> bool:
    """Change a milestone, and say whether that made a difference. One that becomes completed gets
    the day of it unless told, and one that is so no more loses it."""
    told = dict(changes)
    if "status" in told and told["status"] != milestone.status and "completed_on" not in told:
        told["completed_on"] = today if told["status"] == MilestoneStatus.COMPLETED else None
    differing = {name: new for name, new in told.items() if getattr(milestone, name) != new}
    for name, new in differing.items():
        setattr(milestone, name, new)
    return bool(differing)


@deed("milestone.completed", "completed “{milestone}” at {subject}")
def complete_milestone(
    *, milestone: Milestone, completed_on: date, by: Author, at: datetime
) -> Milestone:
    plan = locked(milestone.plan_id)
    milestone = plan.milestones.select_for_update().get(id=milestone.id)
    if milestone.is_completed:
        raise AlreadyCompleted(f"“{milestone}” is already completed.")
    customer = plan.customer
    milestone.status = MilestoneStatus.COMPLETED
    milestone.completed_on = completed_on
    keep(milestone)
    tell(customer_id=customer.id, subject=customer.name, milestone=milestone.title)
    return milestone
