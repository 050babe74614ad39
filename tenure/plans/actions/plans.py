"""Starting and changing success plans."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db.models.functions import Now

from tenure.customers.models import Customer
from tenure.foundation.audit.trail import Author, deed, tell
from tenure.foundation.checking import refuse_changed, save
from tenure.foundation.refusals import Conflict
from tenure.plans.actions.beginning import write
from tenure.plans.contents import content, matters
from tenure.plans.keeping import keep_first, keep_version
from tenure.plans.models import MilestoneStatus, SuccessPlan
from tenure.plans.settling import locked
from tenure.plans.steps import PlannedMilestone, PlannedObjective
from tenure.plans.words import MOVES, PlanStatus, PlanType

MOST_NAMED = 10


class OpenMilestones(Conflict):
    """A plan is not completed before its milestones are, unless that is what is wanted."""


class NoSuchMove(Conflict):
    """A plan goes from draft to active and from there to its end, or on hold and back."""


@deed("plan.started", "started the plan “{plan}” for {subject}")
def start_plan(
    *,
    customer: Customer,
    title: str,
    plan_type: PlanType,
    starts_on: date,
    milestones: Sequence[PlannedMilestone],
    objectives: Sequence[PlannedObjective] = (),
    ends_on: date | None = None,
    business_objectives: Sequence[str] = (),
    facts: Mapping[str, Any] | None = None,
    completes_milestones: bool = False,
    by: Author,
    at: datetime,
) -> SuccessPlan:
    """Start a plan with all that belongs to it, or nothing. `facts` are the plan's other fields."""
    plan = SuccessPlan(
        customer=customer, title=title, plan_type=plan_type, starts_on=starts_on, ends_on=ends_on,
        business_objectives=list(business_objectives), created_at=at, **(facts or {}),
    )  # fmt: skip
    save(plan)
    steps, goals, after = write(plan, milestones, objectives, at)
    if plan.status == PlanStatus.COMPLETED:
        _close_milestones(plan, completes_milestones, at)
    keep_first(plan, content(plan, steps, goals, after), by, at)
    tell(customer_id=customer.id, subject=customer.name, plan=title)
    return plan


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
    if matters(differing):
        keep_version(plan, by, at)
    tell(customer_id=plan.customer_id, subject=plan.customer.name, plan=plan.title)
    return plan


@deed("plan.moved", "made the plan “{plan}” of {subject} {status}")
def move_plan(
    *,
    plan: SuccessPlan,
    status: PlanStatus,
    completes_milestones: bool = False,
    by: Author,
    at: datetime,
) -> SuccessPlan:
    """Make a draft active, complete a plan, put it on hold, cancel it, or take it up again."""
    plan = locked(plan.id)
    now = PlanStatus(plan.status)
    if status not in MOVES[now]:
        raise NoSuchMove(
            f"“{plan}” is {now.label.lower()}, and cannot become {status.label.lower()}."
        )
    if status == PlanStatus.COMPLETED:
        _close_milestones(plan, completes_milestones, at)
    plan.status = status
    save(plan)
    tell(customer_id=plan.customer_id, subject=plan.customer.name, plan=plan.title,
         status=status.label.lower())  # fmt: skip
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
