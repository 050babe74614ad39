"""What an onboarding is made of: the programme's steps on their days, with people in their roles.

Pure but for who is who: the programme and the people come in, plans of rows go out; nothing is stored.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tenure.plans.actions import PlannedMilestone
from tenure.plans.models import MilestonePriority
from tenure.plans.roles import Roles
from tenure.programme.onboarding import MilestoneStep
from tenure.programme.whole import Programme
from tenure.programme.words import Care, Tier
from tenure.programme.working import working_day
from tenure.work.actions import PlannedTask, PlannedTouchpoint


@dataclass(frozen=True)
class Blueprint:
    """All that starting an onboarding would make, by day."""

    kickoff_on: date
    is_self_paced: bool
    milestones: list[PlannedMilestone]
    tasks: list[PlannedTask]
    touchpoints: list[PlannedTouchpoint]

    @property
    def starts_on(self) -> date:
        return min([step.due_on for step in self.milestones] + [task.due_on for task in self.tasks])

    @property
    def ends_on(self) -> date:
        return self.milestones[-1].due_on


def is_self_paced(tier: Tier, programme: Programme) -> bool:
    return programme.tiers.promise(tier).care == Care.AUTOMATED


def blueprint(tier: Tier, kickoff: date, roles: Roles, programme: Programme) -> Blueprint:
    """What an onboarding with this kickoff comes to; every day is a working day."""
    alone = is_self_paced(tier, programme)
    kickoff = working_day(programme.calendar, kickoff)
    told = (kickoff, roles, programme)
    steps = programme.onboarding.self_paced if alone else programme.onboarding.milestone
    return Blueprint(
        kickoff_on=kickoff,
        is_self_paced=alone,
        milestones=[_milestone(step, *told) for step in steps],
        tasks=[] if alone else list(_tasks(*told)),
        touchpoints=[] if alone else list(_touchpoints(*told)),
    )


def _on(kickoff: date, day: int, programme: Programme) -> date:
    """A day of the template; one before the kickoff moves back, so that it stays before it."""
    return working_day(programme.calendar, kickoff + timedelta(days=day), back=day < 0)


def _milestone(
    step: MilestoneStep, kickoff: date, roles: Roles, programme: Programme
) -> PlannedMilestone:
    return PlannedMilestone(
        title=step.title,
        due_on=_on(kickoff, step.day, programme),
        owner=roles.name(step.owner),
        priority=MilestonePriority(step.priority.value),
        deliverables=step.done_when,
        code=step.code,
        phase=step.phase,
        playbook=step.playbook,
    )


def _tasks(kickoff: date, roles: Roles, programme: Programme) -> Iterator[PlannedTask]:
    for phase in programme.onboarding.phase:
        for step in phase.task:
            hours = f"{step.hours:g} hours" if step.hours else ""
            yield PlannedTask(
                key=f"{phase.code}:{step.code}", title=step.title, details=hours,
                due_on=_on(kickoff, step.day, programme), owner=roles.person(step.owner),
                owner_role=step.owner, priority=step.priority, playbook=step.playbook,
            )  # fmt: skip


def _touchpoints(kickoff: date, roles: Roles, programme: Programme) -> Iterator[PlannedTouchpoint]:
    for contact in programme.onboarding.touchpoint:
        for day in contact.day:
            subject = contact.title if len(contact.day) == 1 else f"{contact.title}, day {day}"
            yield PlannedTouchpoint(
                key=f"{contact.code}:{day}", kind=contact.kind, subject=subject, owner=roles.csm,
                on=_on(kickoff, day, programme),
            )  # fmt: skip
