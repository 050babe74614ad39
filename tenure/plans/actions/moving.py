"""Moving a milestone to another day, and those after it along with it."""

from datetime import date, datetime

from tenure.foundation.audit.trail import Author, deed, leave_no_trace, tell
from tenure.plans.actions.milestones import keep, locked
from tenure.plans.days import moved_along
from tenure.plans.models import Milestone


@deed("milestone.moved", "moved “{milestone}” of {subject} to {day}, and {followers} after it")
def move_milestone(
    *, milestone: Milestone, due_on: date, carries: bool = True, by: Author, at: datetime
) -> list[Milestone]:
    """Move a milestone that is open. `carries` moves the open ones after it by as many days, each to
    a working day; the answer is those that moved, the milestone first."""
    plan = locked(milestone.plan_id)
    moved = moved_along(list(plan.milestones.order_by("due_on", "id")), milestone, due_on, carries)
    if not moved:
        leave_no_trace()
    for one in moved:
        keep(one)
    tell(
        customer_id=plan.customer_id, subject=plan.customer.name, milestone=milestone.title,
        day=f"{due_on:%-d %B %Y}", followers=len(moved) - 1,
    )  # fmt: skip
    return moved
