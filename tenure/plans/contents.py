"""What a plan says, as data: what people agree to. How far it is does not belong to it."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from tenure.plans.models import Dependency, Milestone, Objective, SuccessPlan
from tenure.plans.words import MilestoneStatus

OF_PLAN = (
    "title", "description", "plan_type", "starts_on", "ends_on", "business_objectives",
    "success_metrics", "baseline_value", "stakeholders",
)  # fmt: skip
OF_MILESTONE = (
    "title", "description", "due_on", "owner", "priority", "deliverables", "done_when",
)  # fmt: skip
OF_OBJECTIVE = ("title", "unit", "metric", "direction", "baseline", "target")

type Content = dict[str, Any]


def matters(changed: Iterable[str]) -> bool:
    """Whether a change of these columns changes what is agreed. A status may: CANCELLED drops out."""
    told = {*OF_PLAN, *OF_MILESTONE, *OF_OBJECTIVE, "dropped_on"}
    return not told.isdisjoint(changed)


def content_of(plan: SuccessPlan) -> Content:
    milestones = list(plan.milestones.all())
    objectives = list(plan.objectives.all())
    after: dict[UUID, list[UUID]] = {}
    for one in Dependency.objects.filter(milestone__plan=plan):
        after.setdefault(one.milestone_id, []).append(one.after_id)
    return content(plan, milestones, objectives, after)


def content(
    plan: SuccessPlan,
    milestones: Sequence[Milestone],
    objectives: Sequence[Objective],
    after: Mapping[UUID, Sequence[UUID]],
) -> Content:
    """The plan with its milestones by day, but for those cancelled, and its objectives."""
    agreed = [step for step in milestones if step.status != MilestoneStatus.CANCELLED]
    kept = {step.id for step in agreed}
    return _told(plan, OF_PLAN) | {
        "objectives": [
            {"id": str(one.id), **_told(one, OF_OBJECTIVE)}
            for one in sorted(objectives, key=lambda one: one.id)
            if one.dropped_on is None
        ],
        "milestones": [
            {
                "id": str(step.id),
                **_told(step, OF_MILESTONE),
                "after": sorted(str(one) for one in after.get(step.id, ()) if one in kept),
            }
            for step in sorted(agreed, key=lambda step: (step.due_on, step.id))
        ],
    }


def _told(row: object, names: Iterable[str]) -> Content:
    return {name: _plain(getattr(row, name)) for name in names}


def _plain(value: Any) -> Any:
    """As JSON has it, so that what was stored and what is there compare."""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return value.value if hasattr(value, "value") else value
