"""Cases: customers at risk, what was found, what is done, and who has stepped in."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q

from tenure.alerts.models import Alert
from tenure.customers.models import Customer
from tenure.foundation.tables import Record, choice, one_of
from tenure.people.models import Person
from tenure.people.permissions import Permission
from tenure.plans.models import SuccessPlan
from tenure.recovery.words import CaseState


class CaseQuerySet(models.QuerySet["Case"]):
    def visible_to(self, person: Person) -> CaseQuerySet:
        return self if person.may(Permission.CUSTOMERS_VIEW) else self.none()

    def editable_by(self, person: Person) -> CaseQuerySet:
        return self.filter(customer__in=Customer.objects.editable_by(person))


class Case(Record):
    """A customer at risk, from the first sign to how it ended. Deadlines are kept as they were
    promised when their clock began, whatever the programme says later."""

    customer = models.ForeignKey(Customer, models.PROTECT, related_name="cases", db_index=False)
    alert = models.ForeignKey(Alert, models.PROTECT, null=True, blank=True, related_name="cases")
    reason = models.TextField()
    state = choice(CaseState, default=CaseState.OPEN.value)
    opened_at = models.DateTimeField()
    assess_by = models.DateTimeField()
    plan_by = models.DateTimeField()
    assessed_at = models.DateTimeField(null=True, blank=True)
    assessed_by = models.CharField(max_length=200, blank=True, default="", db_default="")
    cause = models.TextField(blank=True, default="", db_default="")
    concerned = models.TextField(blank=True, default="", db_default="")
    takes = models.TextField(blank=True, default="", db_default="")
    plan = models.OneToOneField(
        SuccessPlan, models.PROTECT, null=True, blank=True, related_name="case"
    )
    level = models.PositiveSmallIntegerField(default=1, db_default=1)
    level_since = models.DateTimeField()
    level_due_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    learnt = models.TextField(blank=True, default="", db_default="")

    objects: ClassVar[models.Manager[Case]] = CaseQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("state", CaseState),
            models.UniqueConstraint(
                fields=["customer"],
                condition=Q(state=CaseState.OPEN.value),
                name="one_open_case_per_customer",
                violation_error_message="There is an open case of this customer already.",
            ),
            models.CheckConstraint(
                condition=Q(state=CaseState.OPEN.value, ended_at=None)
                | (~Q(state=CaseState.OPEN.value) & Q(ended_at__isnull=False)),
                name="a_case_that_ended_has_its_time",
                violation_error_message="A case that ended has its time.",
            ),
        ]
        indexes = [
            models.Index(fields=["customer", "-opened_at"], name="cases_of_a_customer"),
            models.Index(fields=["state", "-opened_at"], name="cases_by_state"),
        ]

    def __str__(self) -> str:
        return f"Recovery of {self.customer}"

    def next_due(self) -> datetime | None:
        """What is promised next: the assessment, the plan, then the answer of the level."""
        if self.state != CaseState.OPEN:
            return None
        if self.assessed_at is None:
            return self.assess_by
        return self.plan_by if self.plan_id is None else self.level_due_at
