"""What the pages of a plan show of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from uuid import UUID

from tenure.plans.models import Dependency, Milestone, Objective, SuccessPlan
from tenure.plans.queries import percent_of
from tenure.plans.rules import Progress, Step, is_reached, progress
from tenure.plans.standing import Standing, standing_of
from tenure.plans.timeline import Bar, Dot, Timeline, timeline
from tenure.plans.words import Direction, MilestoneStatus


@dataclass(frozen=True)
class StepShown:
    """A milestone with what it comes after, as far as that is open, and how late it is."""

    milestone: Milestone
    after: Sequence[Milestone]
    days_late: int
    bar: Bar
    deliverables: Sequence[tuple[str, bool]]

    @property
    def waits_for(self) -> list[Milestone]:
        return [one for one in self.after if one.is_open]


@dataclass(frozen=True)
class ObjectiveShown:
    objective: Objective
    percent: int | None
    is_reached: bool


@dataclass(frozen=True)
class PlanView:
    plan: SuccessPlan
    today: date
    milestones: list[Milestone]
    objectives: list[Objective]
    after: dict[UUID, list[UUID]]
    standing: Standing = field(repr=False)

    @classmethod
    def of(cls, plan: SuccessPlan, today: date) -> "PlanView":
        after: dict[UUID, list[UUID]] = {}
        for one in Dependency.objects.filter(milestone__plan=plan):
            after.setdefault(one.milestone_id, []).append(one.after_id)
        return cls(
            plan=plan,
            today=today,
            milestones=list(plan.milestones.select_related("owned_by").order_by("due_on", "id")),
            objectives=list(plan.objectives.order_by("id")),
            after=after,
            standing=standing_of(plan),
        )

    @cached_property
    def agreed(self) -> list[Milestone]:
        return [one for one in self.milestones if one.status != MilestoneStatus.CANCELLED]

    @cached_property
    def line(self) -> Timeline[UUID]:
        dots = [
            Dot(one.id, one.due_on, one.completed_on, one.status == MilestoneStatus.CANCELLED)
            for one in self.milestones
        ]
        plan = self.plan
        return timeline(dots, self.after, plan.starts_on, plan.ends_on, self._day)

    @property
    def _day(self) -> date:
        return self.today if self.plan.is_active else date.min

    @cached_property
    def steps(self) -> list[StepShown]:
        by_id = {one.id: one for one in self.milestones}
        return [
            StepShown(
                milestone=one,
                after=[by_id[before] for before in self.after.get(one.id, ()) if before in by_id],
                days_late=(self._day - one.due_on).days if one.is_late(self._day) else 0,
                bar=self.line.bars[one.id],
                deliverables=[(text, text in one.delivered) for text in one.deliverables],
            )
            for one in self.milestones
        ]

    @cached_property
    def goals(self) -> list[ObjectiveShown]:
        """What is aimed at; what was dropped is left out."""
        return [
            ObjectiveShown(
                one,
                percent_of(one),
                is_reached(one.target, one.current, Direction(one.direction)),
            )
            for one in self.objectives
            if one.dropped_on is None
        ]

    @property
    def dropped(self) -> list[Objective]:
        return [one for one in self.objectives if one.dropped_on is not None]

    @cached_property
    def progress(self) -> Progress:
        steps = [Step(one.title, one.due_on, one.completed_on) for one in self.agreed]
        return progress(steps, [goal.percent for goal in self.goals], self._day)
