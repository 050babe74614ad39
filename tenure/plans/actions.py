"""What can be done about success plans."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from tenure.customers.models import Customer
from tenure.foundation.audit.trail import Author, deed, tell
from tenure.foundation.checking import save
from tenure.foundation.refusals import Conflict
from tenure.plans.models import (
    Milestone,
    MilestonePriority,
    MilestoneStatus,
    PlanStatus,
    PlanType,
    SuccessPlan,
)


class AlreadyCompleted(Conflict):
    pass


@dataclass(frozen=True, kw_only=True)
class PlannedMilestone:
    """A milestone as it is planned."""

    title: str
    due_on: date
    owner: str = ""
    priority: MilestonePriority = MilestonePriority.MEDIUM
    deliverables: Sequence[str] = field(default=())


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
    by: Author,
    at: datetime,
) -> SuccessPlan:
    """Start a plan with its milestones, all or nothing."""
    plan = SuccessPlan(
        customer=customer, title=title, plan_type=plan_type, starts_on=starts_on, ends_on=ends_on,
        business_objectives=list(business_objectives), created_at=at,
    )  # fmt: skip
    save(plan)
    for step in milestones:
        save(
            Milestone(
                plan=plan, title=step.title, due_on=step.due_on, owner=step.owner,
                priority=step.priority, deliverables=list(step.deliverables), created_at=at,
            )
        )  # fmt: skip
    tell(customer_id=customer.id, subject=customer.name, plan=title)
    return plan


@deed("milestone.completed", "completed “{milestone}” at {subject}")
def complete_milestone(
    *, milestone: Milestone, completed_on: date, by: Author, at: datetime
) -> Milestone:
    milestone = Milestone.objects.select_for_update().get(id=milestone.id)
    if milestone.is_completed:
        raise AlreadyCompleted(f"“{milestone}” is already completed.")
    customer = milestone.plan.customer
    milestone.status = MilestoneStatus.COMPLETED
    milestone.completed_on = completed_on
    save(milestone)
    tell(customer_id=customer.id, subject=customer.name, milestone=milestone.title)
    return milestone


@deed("plan.completed", "completed the plan “{plan}” of {subject}")
def complete_plan(*, plan: SuccessPlan, by: Author, at: datetime) -> SuccessPlan:
    """End a plan of which every milestone is completed."""
    plan = SuccessPlan.objects.select_for_update().get(id=plan.id)
    if plan.status == PlanStatus.COMPLETED:
        raise AlreadyCompleted(f"“{plan}” is already completed.")
    open_steps = plan.milestones.filter(completed_on=None).exclude(status=MilestoneStatus.CANCELLED)
    if open_steps.exists():
        raise Conflict(f"“{plan}” has milestones that are not completed.")
    plan.status = PlanStatus.COMPLETED
    plan.save()
    tell(customer_id=plan.customer_id, subject=plan.customer.name, plan=plan.title)
    return plan
