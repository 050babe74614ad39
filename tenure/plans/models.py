"""Success plans and their milestones."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q

from tenure.customers.models import Customer
from tenure.foundation.enums import Word
from tenure.foundation.tables import Record, choice, facts, in_order, not_blank, one_of, texts


class PlanType(Word):
    ONBOARDING = "ONBOARDING"
    QUARTERLY = "QUARTERLY"
    ANNUAL = "ANNUAL"
    EXPANSION = "EXPANSION"
    RECOVERY = "RECOVERY"


class PlanStatus(Word):
    DRAFT = "DRAFT"
    ACTIVE = "ACTIVE"
    COMPLETED = "COMPLETED"
    ON_HOLD = "ON_HOLD"
    CANCELLED = "CANCELLED"


class MilestoneStatus(Word):
    PENDING = "PENDING"
    IN_PROGRESS = "IN_PROGRESS"
    COMPLETED = "COMPLETED"
    OVERDUE = "OVERDUE"
    CANCELLED = "CANCELLED"


class MilestonePriority(Word):
    LOW = "LOW"
    MEDIUM = "MEDIUM"
    HIGH = "HIGH"
    CRITICAL = "CRITICAL"


class SuccessPlan(Record):
    """What we and the customer agreed to reach together, by when, and how it is measured."""

    customer = models.ForeignKey(Customer, models.PROTECT, related_name="success_plans")
    title = models.CharField(max_length=200)
    description = models.TextField(blank=True, default="", db_default="")
    plan_type = choice(PlanType, default=PlanType.ONBOARDING.value)
    status = choice(PlanStatus, default=PlanStatus.ACTIVE.value)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    business_objectives = texts()
    success_metrics = facts()
    baseline_value = facts()
    stakeholders = facts()
    notes = models.TextField(blank=True, default="", db_default="")

    class Meta:
        constraints = [
            not_blank("title", "A plan needs a title."),
            one_of("plan_type", PlanType),
            one_of("status", PlanStatus),
            in_order("starts_on", "ends_on", "The plan ends before it starts."),
        ]
        indexes = [
            models.Index(fields=["customer", "-starts_on", "-id"], name="plans_of_a_customer"),
            models.Index(
                fields=["customer", "-starts_on"],
                name="active_plans_of_a_customer",
                condition=Q(status=PlanStatus.ACTIVE.value),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Milestone(Record):
    """A step of a plan, with a day and an owner."""

    plan = models.ForeignKey(SuccessPlan, models.PROTECT, related_name="milestones")
    title = models.CharField(max_length=200)
    description = models.TextField(blank=True, default="", db_default="")
    due_on = models.DateField()
    completed_on = models.DateField(null=True, blank=True)
    status = choice(MilestoneStatus, default=MilestoneStatus.PENDING.value)
    owner = models.CharField(max_length=200, blank=True, default="", db_default="")
    priority = choice(MilestonePriority, default=MilestonePriority.MEDIUM.value)
    deliverables = texts()
    code = models.CharField(max_length=100, blank=True, default="", db_default="")
    phase = models.CharField(max_length=100, blank=True, default="", db_default="")
    playbook = models.CharField(max_length=200, blank=True, default="", db_default="")

    class Meta:
        constraints = [
            not_blank("title", "A milestone needs a title."),
            one_of("status", MilestoneStatus),
            one_of("priority", MilestonePriority),
            models.CheckConstraint(
                condition=Q(status=MilestoneStatus.COMPLETED.value, completed_on__isnull=False)
                | (~Q(status=MilestoneStatus.COMPLETED.value) & Q(completed_on=None)),
                name="a_completed_milestone_has_its_day",
                violation_error_message="A completed milestone has the day of its completion, "
                "and only a completed one has.",
            ),
        ]
        indexes = [
            models.Index(fields=["plan", "due_on", "id"], name="milestones_of_a_plan"),
            models.Index(
                fields=["due_on", "plan"],
                name="milestones_still_open",
                condition=Q(completed_on=None) & ~Q(status=MilestoneStatus.CANCELLED.value),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_completed(self) -> bool:
        return bool(self.status == MilestoneStatus.COMPLETED)

    @property
    def is_open(self) -> bool:
        return self.status not in (MilestoneStatus.COMPLETED, MilestoneStatus.CANCELLED)

    def is_late(self, day: date) -> bool:
        return self.is_open and self.due_on < day
