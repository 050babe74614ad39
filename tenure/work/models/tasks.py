"""What a person has to do."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q

from tenure.customers.models import Customer
from tenure.foundation.tables import Record, choice, not_blank, one_of
from tenure.people.models import Person
from tenure.plans.models import Milestone
from tenure.programme.words import Owner, Urgency
from tenure.work.models.scoped import Scoped
from tenure.work.words import Origin, TaskState

ENDED_HAS_ITS_TIME = Q(state=TaskState.OPEN.value, ended_at=None) | (
    ~Q(state=TaskState.OPEN.value) & Q(ended_at__isnull=False)
)


class Task(Record):
    """Something that a person has to do. Whether it is late is computed, never stored."""

    customer = models.ForeignKey(
        Customer, models.PROTECT, null=True, blank=True, related_name="tasks", db_index=False
    )
    milestone = models.ForeignKey(
        Milestone, models.PROTECT, null=True, blank=True, related_name="tasks"
    )
    title = models.CharField(max_length=200)
    details = models.TextField(blank=True, default="", db_default="")
    due_on = models.DateField()
    owner = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="tasks", db_index=False
    )
    owner_role = choice(Owner, default=Owner.CSM.value)
    priority = choice(Urgency, default=Urgency.MEDIUM.value)
    state = choice(TaskState, default=TaskState.OPEN.value)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=200, blank=True, default="", db_default="")
    note = models.TextField(blank=True, default="", db_default="")
    origin = choice(Origin, default=Origin.BY_HAND.value)
    origin_key = models.CharField(max_length=200, blank=True, default="", db_default="")
    playbook = models.CharField(max_length=200, blank=True, default="", db_default="")

    objects: ClassVar[models.Manager[Task]] = Scoped["Task"].as_manager()

    class Meta:
        constraints = [
            not_blank("title", "A task needs a title."),
            one_of("owner_role", Owner),
            one_of("priority", Urgency),
            one_of("state", TaskState),
            one_of("origin", Origin),
            models.CheckConstraint(
                condition=ENDED_HAS_ITS_TIME,
                name="a_task_that_ended_has_its_time",
                violation_error_message="A task that is done or cancelled has its time.",
            ),
            models.CheckConstraint(
                condition=Q(customer__isnull=False) | Q(owner__isnull=False),
                name="a_task_about_no_customer_has_its_owner",
                violation_error_message="Say who does it: a task about no customer is its owner’s.",
            ),
            models.UniqueConstraint(
                fields=["customer", "origin", "origin_key"],
                condition=~Q(origin_key=""),
                name="one_task_per_origin",
                violation_error_message="This task was made already.",
            ),
        ]
        indexes = [
            models.Index(fields=["customer", "due_on"], name="tasks_of_a_customer"),
            models.Index(fields=["owner", "state", "due_on"], name="tasks_of_an_owner"),
            models.Index(fields=["due_on", "id"], name="open_tasks", condition=Q(state="OPEN")),
            models.Index(fields=["-ended_at"], name="ended_tasks", condition=~Q(state="OPEN")),
        ]

    def __str__(self) -> str:
        return self.title

    def is_late(self, day: date) -> bool:
        return self.state == TaskState.OPEN and self.due_on < day
