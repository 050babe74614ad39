"""Adding, changing and completing milestones."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from tenure.foundation.audit.trail import Author, deed, tell
from tenure.foundation.checking import refuse_changed
from tenure.foundation.refusals import Conflict
from tenure.plans.contents import matters
from tenure.plans.keeping import keep_version
from tenure.plans.models import Milestone, MilestoneStatus, PlanStatus, SuccessPlan
from tenure.plans.settling import keep, locked, settle, step_of


class AlreadyCompleted(Conflict):
    pass


class PlanIsCompleted(Conflict):
    """A completed plan takes no open milestone, neither a new one nor one that is opened again."""


class OutOfTurn(Conflict):
    """A milestone is not completed before those that it comes after, unless that is what is wanted."""


@deed("milestone.added", "added “{milestone}” to “{plan}” of {subject}")
def add_milestone(
    *, plan: SuccessPlan, fields: Mapping[str, Any], by: Author, at: datetime
) -> Milestone:
    plan = locked(plan.id)
    milestone = Milestone(plan=plan, created_at=at)
    settle(milestone, fields, at.date())
    refuse_open(milestone)
    keep(milestone)
    keep_version(plan, by, at)
    customer = plan.customer
    tell(customer_id=customer.id, subject=customer.name, plan=plan.title, milestone=milestone.title)
    return milestone


@deed("milestone.changed", "changed “{milestone}” at {subject}")
def change_milestone(
    *,
    milestone: Milestone,
    changes: Mapping[str, Any],
    out_of_turn: bool = False,
    seen_at: datetime | None = None,
    by: Author,
    at: datetime,
) -> Milestone:
    plan, milestone = step_of(milestone)
    refuse_changed(milestone, seen_at)
    was = MilestoneStatus(milestone.status)
    was_open = milestone.is_open
    if differing := settle(milestone, changes, at.date()):
        if milestone.is_completed and was != MilestoneStatus.COMPLETED and not out_of_turn:
            refuse_out_of_turn(milestone)
        if not was_open:
            refuse_open(milestone)
        keep(milestone)
        if matters(differing) or MilestoneStatus.CANCELLED in (was, milestone.status):
            keep_version(plan, by, at)
    customer = plan.customer
    tell(customer_id=customer.id, subject=customer.name, milestone=milestone.title)
    return milestone


def refuse_open(milestone: Milestone) -> None:
    if milestone.is_open and milestone.plan.status == PlanStatus.COMPLETED:
        raise PlanIsCompleted(
            f"“{milestone.plan}” is completed. Make it active before it gets open milestones.",
            {"status": "is open, and the plan is completed"},
        )


def refuse_out_of_turn(milestone: Milestone) -> None:
    before = [step for step in milestone.after.order_by("due_on", "id") if step.is_open]
    if before:
        named = " and ".join(f"“{step}”" for step in before)
        is_not = "is not completed" if len(before) == 1 else "are not completed"
        words = f"“{milestone}” comes after {named}, which {is_not}."
        raise OutOfTurn(words, {"status": f"comes after {named}"})


@deed("milestone.completed", "completed “{milestone}” at {subject}")
def complete_milestone(
    *,
    milestone: Milestone,
    completed_on: date,
    out_of_turn: bool = False,
    by: Author,
    at: datetime,
) -> Milestone:
    """`out_of_turn`: also when milestones that it comes after are open."""
    plan, milestone = step_of(milestone)
    if milestone.is_completed:
        raise AlreadyCompleted(f"“{milestone}” is already completed.")
    if not out_of_turn:
        refuse_out_of_turn(milestone)
    customer = plan.customer
    milestone.status = MilestoneStatus.COMPLETED
    milestone.completed_on = completed_on
    keep(milestone)
    tell(customer_id=customer.id, subject=customer.name, milestone=milestone.title)
    return milestone


@deed("deliverable.noted", "noted “{deliverable}” of “{milestone}” at {subject} as {state}")
def tick_deliverable(
    *, milestone: Milestone, deliverable: str, is_done: bool, by: Author, at: datetime
) -> Milestone:
    """Note one of the deliverables as delivered, or not. One that is not there is left out."""
    plan, milestone = step_of(milestone)
    done = (
        {*milestone.delivered, deliverable} if is_done else {*milestone.delivered} - {deliverable}
    )
    milestone.delivered = [one for one in milestone.deliverables if one in done]
    keep(milestone)
    tell(
        customer_id=plan.customer_id, subject=plan.customer.name, milestone=milestone.title,
        deliverable=deliverable, state="delivered" if is_done else "not delivered",
    )  # fmt: skip
    return milestone
