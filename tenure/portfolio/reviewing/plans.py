"""Milestones and objectives of a customer between two days."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tenure.customers.models import Customer
from tenure.plans.models import (
    Milestone,
    MilestoneStatus,
    Objective,
    PlanStatus,
    PlanType,
    SuccessPlan,
)


@dataclass(frozen=True)
class Plans:
    """What was agreed with the customer: recovery plans are ours, and are left out."""

    customer: Customer
    first: date
    last: date

    @cached_property
    def plan(self) -> SuccessPlan | None:
        found = SuccessPlan.objects.filter(customer=self.customer, status=PlanStatus.ACTIVE)
        found = found.exclude(plan_type=PlanType.RECOVERY)
        return found.order_by("-starts_on", "-id").first()

    @cached_property
    def steps(self) -> list[Milestone]:
        """Of the plans that run: what was completed between the days, and what was still open then."""
        found = Milestone.objects.filter(plan__customer=self.customer)
        found = found.exclude(plan__plan_type=PlanType.RECOVERY)
        found = found.exclude(status=MilestoneStatus.CANCELLED).select_related("plan")
        return [
            step
            for step in found.order_by("due_on", "id")
            if (self.is_done(step) and self.first <= (step.completed_on or self.last))
            or (not self.is_done(step) and (step.plan.is_active or step.is_completed))
        ]

    def is_done(self, step: Milestone) -> bool:
        """Whether it was completed by the last day; later ones were still open then."""
        return step.completed_on is not None and step.completed_on <= self.last

    @property
    def completed(self) -> list[Milestone]:
        return [step for step in self.steps if self.is_done(step)]

    @property
    def late(self) -> list[Milestone]:
        return [step for step in self.steps if not self.is_done(step) and step.due_on < self.last]

    @property
    def ahead(self) -> list[Milestone]:
        return [step for step in self.steps if not self.is_done(step) and step.due_on >= self.last]

    @cached_property
    def objectives(self) -> list[Objective]:
        plan = self.plan
        return list(plan.objectives.filter(dropped_on=None).order_by("id")) if plan else []
