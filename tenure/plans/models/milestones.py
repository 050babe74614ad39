"""The milestones of a plan, and which of them come after which."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q

from tenure.foundation.tables import Record, choice, not_blank, one_of, texts
from tenure.people.models import Person
from tenure.plans.models.plans import SuccessPlan
from tenure.plans.words import MilestonePriority, MilestoneStatus
from tenure.programme.words import Owner


class Milestone(Record):
    """A step of a plan, with a day and an owner. Whether it is overdue is computed, never stored."""

    plan = models.ForeignKey(SuccessPlan, models.PROTECT, related_name="milestones")
    title = models.CharField(max_length=200)
    description = models.TextField(blank=True, default="", db_default="")
    due_on = models.DateField()
    completed_on = models.DateField(null=True, blank=True)
    status = choice(MilestoneStatus, default=MilestoneStatus.PENDING.value)
    owner = models.CharField(max_length=200, blank=True, default="", db_default="")
    owned_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="milestones"
    )
    owner_role = choice(Owner, null=True, blank=True)
    priority = choice(MilestonePriority, default=MilestonePriority.MEDIUM.value)
    deliverables = texts()
    delivered = texts(db_comment="those of the deliverables that are done")
    done_when = texts(db_comment="what must be true before it counts as completed")
    code = models.CharField(max_length=100, blank=True, default="", db_default="")
    phase = models.CharField(max_length=100, blank=True, default="", db_default="")
    playbook = models.CharField(max_length=200, blank=True, default="", db_default="")
    after: models.ManyToManyField[Milestone, Dependency] = models.ManyToManyField(
        "self", through="Dependency", through_fields=("milestone", "after"),
        symmetrical=False, related_name="followers",
    )  # fmt: skip

    class Meta:
        constraints = [
            not_blank("title", "A milestone needs a title."),
            one_of("status", MilestoneStatus),
            one_of("priority", MilestonePriority),
            one_of("owner_role", Owner),
            models.CheckConstraint(
                condition=~Q(status=MilestoneStatus.OVERDUE.value),
                name="whether_a_milestone_is_overdue_is_computed",
                violation_error_message="Whether it is overdue follows from its day.",
            ),
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


class Dependency(Record):
    """A milestone that begins when another one of its plan is completed."""

    milestone = models.ForeignKey(
        Milestone, models.PROTECT, related_name="dependencies", db_index=False
    )
    after = models.ForeignKey(Milestone, models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "dependencies"
        constraints = [
            models.UniqueConstraint(
                fields=["milestone", "after"],
                name="one_dependency_per_pair_of_milestones",
                violation_error_message="It comes after that milestone already.",
            ),
            models.CheckConstraint(
                condition=~Q(after=F("milestone")),
                name="no_milestone_comes_after_itself",
                violation_error_message="A milestone cannot come after itself.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.milestone} after {self.after}"
