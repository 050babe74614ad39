"""Saying which milestones come after which."""

from collections.abc import Collection
from datetime import datetime
from itertools import pairwise
from uuid import UUID

from tenure.foundation.audit.trail import Author, deed, leave_no_trace, tell
from tenure.foundation.checking import save
from tenure.foundation.refusals import Invalid
from tenure.plans.keeping import keep_version
from tenure.plans.models import Dependency, Milestone
from tenure.plans.rules import circle
from tenure.plans.settling import step_of, touch


class InACircle(Invalid):
    """Milestones that wait for each other would never begin."""


@deed("milestone.ordered", "said that “{milestone}” of {subject} comes after {after}")
def order_milestone(
    *, milestone: Milestone, after: Collection[UUID], by: Author, at: datetime
) -> Milestone:
    """Say which milestones of the same plan this one comes after; others are left out again."""
    plan, milestone = step_of(milestone)
    steps = {step.id: step for step in plan.milestones.all()}
    if not steps.keys() >= {*after}:
        words = "is no milestone of this plan"
        raise Invalid(f"What it comes after {words}.", {"after": words})
    order = _order_of(plan.id)
    was = order.get(milestone.id, set())
    order[milestone.id] = {*after}
    if path := circle(order):
        raise _in_words(milestone, [steps[one] for one in path])
    if was == {*after}:
        leave_no_trace()
    milestone.dependencies.exclude(after__in=after).delete()
    for one, step in steps.items():
        if one in {*after} - was:
            save(Dependency(milestone=milestone, after=step, created_at=at))
    touch(plan.id)
    keep_version(plan, by, at)
    named = [f"“{step}”" for one, step in steps.items() if one in after]
    tell(customer_id=plan.customer_id, subject=plan.customer.name, milestone=milestone.title,
         after=" and ".join(named) or "none")  # fmt: skip
    return milestone


def _order_of(plan_id: UUID) -> dict[UUID, set[UUID]]:
    order: dict[UUID, set[UUID]] = {}
    for one in Dependency.objects.filter(milestone__plan=plan_id):
        order.setdefault(one.milestone_id, set()).add(one.after_id)
    return order


def _in_words(milestone: Milestone, path: list[Milestone]) -> InACircle:
    told = ", ".join(f"“{one}” after “{other}”" for one, other in pairwise(path))
    words = f"“{milestone}” would come after itself: {told}."
    return InACircle(words, {"after": words})
