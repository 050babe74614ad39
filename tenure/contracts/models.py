"""What customers have bought, until when, and whether they pay."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q

from tenure.customers.models import Customer
from tenure.foundation.enums import Word
from tenure.foundation.tables import Imported, choice, in_order, money, not_negative, one_of
from tenure.people.models import Person
from tenure.people.permissions import Permission


class BillingPeriod(Word):
    MONTHLY = "MONTHLY"
    QUARTERLY = "QUARTERLY"
    ANNUAL = "ANNUAL"


class Following(Word):
    """How a contract follows on the one before it."""

    AMENDMENT = "AMENDMENT"
    RENEWAL = "RENEWAL"


class ContractQuerySet(models.QuerySet["Contract"]):
    def running_on(self, day: date) -> ContractQuerySet:
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day)

    def visible_to(self, person: Person) -> ContractQuerySet:
        return self if person.may(Permission.CUSTOMERS_VIEW) else self.none()

    def editable_by(self, person: Person) -> ContractQuerySet:
        return self.filter(customer__in=Customer.objects.editable_by(person))


class Contract(Imported):
    """A contract or subscription. One without an end runs until somebody ends it."""

    customer = models.ForeignKey(Customer, models.PROTECT, related_name="contracts")
    name = models.CharField(max_length=200, blank=True, default="", db_default="")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    annual_value = money(db_comment="a year, whatever the billing period")
    seats = models.PositiveIntegerField(null=True, blank=True)
    billing_period = choice(BillingPeriod, default=BillingPeriod.ANNUAL.value)
    is_trial = models.BooleanField(default=False, db_default=False)
    renews_by_itself = models.BooleanField(null=True, blank=True)
    ended_by_churn = models.BooleanField(default=False, db_default=False)
    follows = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="followed_by"
    )
    follows_as = choice(Following, null=True, blank=True)

    objects: ClassVar[models.Manager[Contract]] = ContractQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("billing_period", BillingPeriod),
            one_of("follows_as", Following),
            models.CheckConstraint(
                condition=Q(follows=None, follows_as=None)
                | Q(follows__isnull=False, follows_as__isnull=False),
                name="a_contract_that_follows_says_how",
                violation_error_message="Say how it follows on the contract before it.",
            ),
            not_negative("annual_value", "A contract's value cannot be negative."),
            in_order("starts_on", "ends_on", "The contract ends before it starts."),
            models.UniqueConstraint(
                fields=["external_id"],
                name="one_contract_per_external_id",
                violation_error_message="Another contract already has this external id.",
            ),
        ]
        indexes = [
            models.Index(fields=["customer", "-starts_on"], name="contracts_of_a_customer"),
            models.Index(fields=["starts_on"], name="contracts_by_start"),
            models.Index(
                fields=["ends_on"], name="contracts_by_end", condition=Q(ends_on__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.name or f"Contract {self.external_id or f'from {self.starts_on:%Y-%m-%d}'}"

    def runs_on(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


class Invoice(Imported):
    """What was asked for, when it was due, and when it was paid."""

    customer = models.ForeignKey(Customer, models.PROTECT, related_name="invoices")
    contract = models.ForeignKey(
        Contract, models.PROTECT, null=True, blank=True, related_name="invoices"
    )
    amount = money()
    due_on = models.DateField()
    paid_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            not_negative("amount", "An invoice cannot be negative."),
            models.UniqueConstraint(
                fields=["external_id"],
                name="one_invoice_per_external_id",
                violation_error_message="Another invoice already has this external id.",
            ),
        ]
        indexes = [models.Index(fields=["customer", "-due_on"], name="invoices_of_a_customer")]

    def __str__(self) -> str:
        return f"{self.amount} due {self.due_on}"
