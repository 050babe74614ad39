"""Success plans."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tenure.customers.models import Customer
from tenure.foundation.tables import Record, choice, facts, in_order, not_blank, one_of, texts
from tenure.people.models import Person
from tenure.people.permissions import Permission
from tenure.plans.words import PlanStatus, PlanType


class PlanQuerySet(models.QuerySet["SuccessPlan"]):
    def visible_to(self, person: Person) -> PlanQuerySet:
        return self if person.may(Permission.CUSTOMERS_VIEW) else self.none()

    def editable_by(self, person: Person) -> PlanQuerySet:
        """Those of customers that this person may change."""
        return self.filter(customer__in=Customer.objects.editable_by(person))


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
    template = models.CharField(max_length=100, blank=True, default="", db_default="")

    objects: ClassVar[models.Manager[SuccessPlan]] = PlanQuerySet.as_manager()

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
            models.Index(fields=["status", "plan_type"], name="plans_by_status_and_type"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_active(self) -> bool:
        """Only what is active gets late."""
        return bool(self.status == PlanStatus.ACTIVE)
