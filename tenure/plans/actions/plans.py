"""Starting and changing success plans."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models.functions import Now

from tenure.customers.models import Customer
from tenure.foundation.audit.trail import Author, deed, tell
from tenure.foundation.checking import of_item, refuse_changed, save
from tenure.foundation.refusals import Conflict
from tenure.plans.actions.milestones import locked, settle
from tenure.plans.models import (
    Milestone,
    MilestonePriority,
    MilestoneStatus,
    PlanStatus,
    PlanType,
    SuccessPlan,
)

MOST_NAMED = 10


class OpenMilestones(Conflict):
    """A plan is not completed before its milestones are, unless that is what is wanted."""


@dataclass(frozen=True, kw_only=True)
class PlannedMilestone:
    """A milestone as it is planned."""

    title: str
    due_on: date
    owner: str = ""
    priority: MilestonePriority = MilestonePriority.MEDIUM
    deliverables: Sequence[str] = field(default=())
    code: str = ""
    phase: str = ""
    playbook: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)


@deed("plan.started", "started the plan “{plan}” for {subject}")
def start_plan(
    *,
    customer: Customer,
    title: str,
    plan_type: PlanType,
    starts_on: date,
    milestones: Sequence[PlannedMilestone],
    ends_on: date | None = None,
    business_objectives: Sequence[str] = (),
    facts: Mapping[str, Any] | None = None,
    completes_milestones: bool = False,
    by: Author,
    at: datetime,
) -> SuccessPlan:
    """Start a plan with its milestones, all or nothing. `facts` are the plan's other fields."""
    plan = SuccessPlan(
        customer=customer, title=title, plan_type=plan_type, starts_on=starts_on, ends_on=ends_on,
        business_objectives=list(business_objectives), created_at=at, **(facts or {}),
    )  # fmt: skip
    save(plan)
    for number, step in enumerate(milestones):
        with of_item(f"milestones.{number}"):
            save(_as_planned(plan, step, at))
    if plan.status == PlanStatus.COMPLETED:
        _close_milestones(plan, completes_milestones, at)
    tell(customer_id=customer.id, subject=customer.name, plan=title)
    return plan


def _as_planned(plan: SuccessPlan, step: PlannedMilestone, at: datetime) -> Milestone:
    milestone = Milestone(
        plan=plan, title=step.title, due_on=step.due_on, owner=step.owner, priority=step.priority,
        deliverables=list(step.deliverables), created_at=at, code=step.code, phase=step.phase,
        playbook=step.playbook,
    )  # fmt: skip
    settle(milestone, step.facts, at.date())
    return milestone


@deed("plan.changed", "changed the plan “{plan}” of {subject}")
def change_plan(
    *,
    plan: SuccessPlan,
    changes: Mapping[str, Any],
    completes_milestones: bool = False,
    seen_at: datetime | None = None,
    by: Author,
    at: datetime,
) -> SuccessPlan:
    """Change what a plan says. One that becomes completed has no open milestones, or completes
    them on the way when told to."""
    plan = locked(plan.id)
    refuse_changed(plan, seen_at)
    if changes.get("status") == PlanStatus.COMPLETED:
        _close_milestones(plan, completes_milestones, at)
    differing = {name: new for name, new in changes.items() if getattr(plan, name) != new}
    for name, new in differing.items():
        setattr(plan, name, new)
    if differing:
        save(plan)
    tell(customer_id=plan.customer_id, subject=plan.customer.name, plan=plan.title)
    return plan


def _close_milestones(plan: SuccessPlan, completes_milestones: bool, at: datetime) -> None:
    open_steps = plan.milestones.filter(completed_on=None).exclude(status=MilestoneStatus.CANCELLED)
    if completes_milestones:
        completed = MilestoneStatus.COMPLETED
        open_steps.update(status=completed, completed_on=at.date(), updated_at=Now())
        return
    titles = [f"“{step}”" for step in open_steps.order_by("due_on", "id")]
    if titles:
        more = len(titles) - MOST_NAMED
        named = ", ".join(titles[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
        raise OpenMilestones(
            f"“{plan}” has milestones that are not completed: {named}.",
            {"status": f"needs completed milestones: {named}"},
        )
