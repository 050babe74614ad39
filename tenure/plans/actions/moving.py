"""Moving a milestone to another day, those after it along with it, and all of them back."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from tenure.foundation.audit.trail import Author, deed, leave_no_trace, tell
from tenure.foundation.checking import save
from tenure.foundation.refusals import Conflict
from tenure.plans.days import moved_along
from tenure.plans.keeping import keep_version
from tenure.plans.models import Milestone, SuccessPlan
from tenure.plans.settling import keep, locked


class NotOpen(Conflict):
    """What is completed or cancelled keeps its day."""


class NothingToUndo(Conflict):
    """The plan does not say any more what it said after the change that is to be undone."""


@deed("milestone.moved", "moved “{milestone}” of {subject} to {day}, and {followers} after it")
def move_milestone(
    *, milestone: Milestone, due_on: date, carries: bool = True, by: Author, at: datetime
) -> list[Milestone]:
    """Move a milestone that is open. `carries` moves the open ones after it by as many days, each to
    a working day; the answer is those that moved, the milestone first."""
    plan = locked(milestone.plan_id)
    steps = list(plan.milestones.select_for_update(no_key=True).order_by("due_on", "id"))
    now = next(step for step in steps if step.id == milestone.id)
    if not now.is_open:
        raise NotOpen(f"“{now}” is {now.get_status_display().lower()} and keeps its day.")
    moved = moved_along(steps, milestone, due_on, carries)
    if not moved:
        leave_no_trace()
    for one in moved:
        keep(one)
    _end_with(plan, steps)
    keep_version(plan, by, at)
    tell(
        customer_id=plan.customer_id, subject=plan.customer.name, milestone=milestone.title,
        day=f"{due_on:%-d %B %Y}", followers=len(moved) - 1,
    )  # fmt: skip
    return moved


def _end_with(plan: SuccessPlan, steps: list[Milestone]) -> None:
    """A plan does not end before its last open milestone."""
    last = max((step.due_on for step in steps if step.is_open), default=None)
    if last and plan.ends_on and last > plan.ends_on:
        SuccessPlan.objects.filter(id=plan.id).update(ends_on=last)
        plan.ends_on = last


@deed("milestone.restored", "put {count} milestones of “{plan}” of {subject} back to their days")
def restore_days(*, plan: SuccessPlan, version: int, by: Author, at: datetime) -> list[Milestone]:
    """Undo the moves that made the newest version, given by its number: open milestones, and the end
    of the plan, go back to the days of the version before."""
    plan = locked(plan.id)
    newest, before = _last_two(plan, version)
    days, then = _days(newest), _days(before)
    steps = plan.milestones.select_for_update(no_key=True).order_by("due_on", "id")
    back = [
        step for step in steps
        if step.is_open and then.get(str(step.id), days.get(str(step.id))) != days.get(str(step.id))
    ]  # fmt: skip
    for step in back:
        step.due_on = date.fromisoformat(then[str(step.id)])
        keep(step)
    if newest["ends_on"] != before["ends_on"]:
        plan.ends_on = date.fromisoformat(before["ends_on"]) if before["ends_on"] else None
        save(plan)
    keep_version(plan, by, at)
    if not back:
        leave_no_trace()
    tell(customer_id=plan.customer_id, subject=plan.customer.name, plan=plan.title, count=len(back))
    return back


def _last_two(plan: SuccessPlan, number: int) -> tuple[dict[str, Any], dict[str, Any]]:
    found = list(plan.versions.order_by("-number")[:2])
    if len(found) < 2 or found[0].number != number:
        raise NothingToUndo(f"“{plan}” was changed again since. Move the milestones by hand.")
    return found[0].content, found[1].content


def _days(content: Mapping[str, Any]) -> dict[str, str]:
    return {step["id"]: step["due_on"] for step in content["milestones"]}
