"""What a template comes to for a customer: milestones on working days, with people in their roles.

Nothing is stored: the programme and the people come in, what a plan is made of goes out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from tenure.plans.roles import Roles
from tenure.plans.steps import PlannedMilestone, PlannedObjective
from tenure.plans.words import Direction, MilestonePriority
from tenure.programme.part import Bound
from tenure.programme.templates import PlanTemplate, TemplateMilestone, TemplateObjective
from tenure.programme.whole import Programme
from tenure.programme.words import Tier
from tenure.programme.working import working_day


@dataclass(frozen=True)
class Outline:
    """What would be started."""

    starts_on: date
    ends_on: date
    milestones: Sequence[PlannedMilestone]
    objectives: Sequence[PlannedObjective]


def outline(
    template: PlanTemplate, starts_on: date, tier: Tier, roles: Roles, programme: Programme
) -> Outline:
    """The plan begins on the day given, or the working day after it; all days count from there."""
    start = working_day(programme.calendar, starts_on)
    return Outline(
        starts_on=start,
        ends_on=day_of(start, template.days, programme),
        milestones=[_milestone(step, start, roles, programme) for step in template.milestone],
        objectives=[_objective(goal, tier, programme) for goal in template.objective],
    )


def day_of(start: date, day: int, programme: Programme) -> date:
    """A day of the template, or the working day after it."""
    return working_day(programme.calendar, start + timedelta(days=day))


def _milestone(
    step: TemplateMilestone, start: date, roles: Roles, programme: Programme
) -> PlannedMilestone:
    return PlannedMilestone(
        title=step.title,
        due_on=day_of(start, step.day, programme),
        owner=roles.name(step.owner),
        owned_by=roles.person(step.owner),
        owner_role=step.owner,
        priority=MilestonePriority(step.priority.value),
        deliverables=step.deliverables,
        done_when=step.done_when,
        after=step.after,
        code=step.code,
        playbook=step.playbook,
    )


def _objective(goal: TemplateObjective, tier: Tier, programme: Programme) -> PlannedObjective:
    """Where the programme has a target for the tier, it is the objective's; where we stand is not known."""
    metric = programme.metrics.named(goal.metric) if goal.metric else None
    bound = metric.target_for(tier) if metric else None
    direction, target = _way(bound)
    return PlannedObjective(
        title=goal.title, unit=goal.unit, metric=goal.metric, direction=direction, target=target
    )


def _way(bound: Bound | None) -> tuple[Direction, Decimal | None]:
    if bound is None:
        return Direction.HIGHER, None
    lowest = bound.at_least if bound.at_least is not None else bound.above
    if lowest is not None:
        return Direction.HIGHER, Decimal(str(lowest))
    highest = bound.at_most if bound.at_most is not None else bound.under
    return Direction.LOWER, Decimal(str(highest))
