"""Writing what belongs to a plan that begins: milestones, their order, objectives."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from tenure.foundation.checking import of_item, save
from tenure.foundation.refusals import Invalid
from tenure.plans.models import Dependency, Milestone, Objective, SuccessPlan
from tenure.plans.settling import settle
from tenure.plans.steps import PlannedMilestone, PlannedObjective

type Written = tuple[list[Milestone], list[Objective], dict[UUID, list[UUID]]]


def write(
    plan: SuccessPlan,
    milestones: Sequence[PlannedMilestone],
    objectives: Sequence[PlannedObjective],
    at: datetime,
) -> Written:
    """What was written: milestones, objectives, and by milestone those that it comes after."""
    steps = []
    for number, step in enumerate(milestones):
        with of_item(f"milestones.{number}"):
            steps.append(as_planned(plan, step, at))
            save(steps[-1])
    after = _write_order(milestones, steps, at)
    goals = []
    for number, goal in enumerate(objectives):
        with of_item(f"objectives.{number}"):
            goals.append(Objective(plan=plan, created_at=at, **vars(goal)))
            save(goals[-1])
    return steps, goals, after


def as_planned(plan: SuccessPlan, step: PlannedMilestone, at: datetime) -> Milestone:
    milestone = Milestone(
        plan=plan, title=step.title, due_on=step.due_on, priority=step.priority,
        owner=step.owner or (step.owned_by.name if step.owned_by else ""),
        owned_by=step.owned_by, owner_role=step.owner_role, deliverables=list(step.deliverables),
        done_when=list(step.done_when), created_at=at, code=step.code, phase=step.phase,
        playbook=step.playbook,
    )  # fmt: skip
    settle(milestone, step.facts, at.date())
    return milestone


def _write_order(
    planned: Sequence[PlannedMilestone], steps: Sequence[Milestone], at: datetime
) -> dict[UUID, list[UUID]]:
    """Only what stands before can come before, so there is no circle."""
    seen: dict[str, Milestone] = {}
    after: dict[UUID, list[UUID]] = {}
    for number, (step, milestone) in enumerate(zip(planned, steps, strict=True)):
        for code in step.after:
            if code not in seen:
                words = f"There is no milestone {code} before “{milestone}”."
                raise Invalid(words, {f"milestones.{number}.after": words})
            after.setdefault(milestone.id, []).append(seen[code].id)
            save(Dependency(milestone=milestone, after=seen[code], created_at=at))
        if step.code:
            seen[step.code] = milestone
    return after
