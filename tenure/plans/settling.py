"""Writing milestones: which lock comes first, and what follows from what is said of one."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.utils import timezone

from tenure.foundation.checking import save
from tenure.plans.models import Milestone, MilestoneStatus, SuccessPlan


def locked(plan_id: UUID) -> SuccessPlan:
    """The plan, which nobody completes or reopens meanwhile. Whoever locks a plan and milestones of
    it, locks the plan first."""
    plans = SuccessPlan.objects.select_for_update(of=["self"], no_key=True).select_related(
        "customer"
    )
    return plans.get(id=plan_id)


def step_of(milestone: Milestone) -> tuple[SuccessPlan, Milestone]:
    """The plan and its milestone, both locked."""
    plan = locked(milestone.plan_id)
    return plan, plan.milestones.select_for_update(no_key=True).get(id=milestone.id)


def keep(milestone: Milestone) -> None:
    """Write a milestone. Its plan, which is shown with its milestones, has changed with it."""
    save(milestone)
    touch(milestone.plan_id)


def touch(plan_id: UUID) -> None:
    SuccessPlan.objects.filter(id=plan_id).update(updated_at=timezone.now())


def settle(milestone: Milestone, changes: Mapping[str, Any], today: date) -> dict[str, Any]:
    """Change a milestone, and say what differs. One that becomes completed gets the day of it
    unless told, and one that is so no more loses it. Overdue is how an open one looks, not a
    status: who sends it back leaves the milestone open."""
    told = dict(changes)
    if told.get("status") == MilestoneStatus.OVERDUE:
        told["status"] = milestone.status if milestone.is_open else MilestoneStatus.PENDING
    if "status" in told and told["status"] != milestone.status and "completed_on" not in told:
        told["completed_on"] = today if told["status"] == MilestoneStatus.COMPLETED else None
    if "owned_by" in told and "owner" not in told:
        told["owner"] = told["owned_by"].name if told["owned_by"] else ""
    elif told.get("owner", milestone.owner) != milestone.owner and "owned_by" not in told:
        told["owned_by"] = None
    if "deliverables" in told:
        told["delivered"] = [one for one in milestone.delivered if one in told["deliverables"]]
    differing = {name: new for name, new in told.items() if getattr(milestone, name) != new}
    for name, new in differing.items():
        setattr(milestone, name, new)
    return differing
