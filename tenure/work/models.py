"""Tasks, what a person has to do, and touchpoints, what was done with a customer."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q

from tenure.customers.models import Customer
from tenure.foundation.tables import Record, choice, not_blank, one_of, texts
from tenure.people.models import Person
from tenure.people.permissions import Permission
from tenure.plans.models import Milestone
from tenure.programme.words import Owner, TouchpointKind, Urgency
from tenure.work.words import Origin, TaskState, TouchpointState

ENDED_HAS_ITS_TIME = Q(state=TaskState.OPEN.value, ended_at=None) | (
    ~Q(state=TaskState.OPEN.value) & Q(ended_at__isnull=False)
)


class Scoped[T: models.Model](models.QuerySet[T]):
    """Rows about customers. One about no customer is its owner's."""

    def visible_to(self, person: Person) -> Scoped[T]:
        seen = person.may(Permission.CUSTOMERS_VIEW)
        return self.filter(Q(customer__isnull=False) | Q(owner=person)) if seen else self.none()

    def editable_by(self, person: Person) -> Scoped[T]:
        """Those about customers that this person may change, and those that are this person's own."""
        if not person.may(Permission.CUSTOMERS_EDIT):
            return self.none()
        theirs = Customer.objects.editable_by(person)
        return self.filter(Q(customer__in=theirs) | Q(owner=person))


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


class Touchpoint(Record):
    """A contact with a customer: planned for a day, held at an instant, or missed."""

    customer = models.ForeignKey(
        Customer, models.PROTECT, related_name="touchpoints", db_index=False
    )
    kind = choice(TouchpointKind)
    state = choice(TouchpointState, default=TouchpointState.PLANNED.value)
    subject = models.CharField(max_length=200)
    notes = models.TextField(blank=True, default="", db_default="")
    with_whom = texts()
    planned_on = models.DateField(null=True, blank=True)
    happened_at = models.DateTimeField(null=True, blank=True)
    owner = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="touchpoints"
    )
    origin = choice(Origin, default=Origin.BY_HAND.value)
    origin_key = models.CharField(max_length=200, blank=True, default="", db_default="")

    objects: ClassVar[models.Manager[Touchpoint]] = Scoped["Touchpoint"].as_manager()

    class Meta:
        constraints = [
            not_blank("subject", "Say what it was about."),
            one_of("kind", TouchpointKind),
            one_of("state", TouchpointState),
            one_of("origin", Origin),
            models.CheckConstraint(
                condition=Q(state="HELD", happened_at__isnull=False)
                | (~Q(state="HELD") & Q(happened_at=None)),
                name="a_touchpoint_that_was_held_has_its_time",
                violation_error_message="Say when it took place.",
            ),
            models.CheckConstraint(
                condition=Q(state="HELD") | Q(planned_on__isnull=False),
                name="a_touchpoint_that_was_not_held_has_a_day",
                violation_error_message="Say for which day it is planned.",
            ),
            models.UniqueConstraint(
                fields=["customer", "origin", "origin_key"],
                condition=~Q(origin_key=""),
                name="one_touchpoint_per_origin",
                violation_error_message="This touchpoint was planned already.",
            ),
        ]
        indexes = [
            models.Index(fields=["customer", "-happened_at"], name="touchpoints_of_a_customer"),
            models.Index(fields=["planned_on"], name="touchpoints_ahead", condition=Q(state="PLANNED")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.subject
