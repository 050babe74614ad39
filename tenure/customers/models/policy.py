"""Policies and leads: what the insurance platform that Tenure comes from knows of a customer."""

from __future__ import annotations

from django.db import models

from tenure.customers.models.customer import Customer, short_text
from tenure.foundation.tables import Imported, facts, in_order, money, not_blank, not_negative


class Lead(Imported):
    """Somebody who might become a customer; the customer it became points back to it."""

    name = models.CharField(max_length=200)
    email = models.EmailField(blank=True, default="", db_default="")
    phone = short_text(50)
    source = short_text(100)
    received_at = models.DateTimeField()
    details = facts()

    class Meta:
        constraints = [
            not_blank("name", "A lead needs a name."),
            models.UniqueConstraint(
                fields=["external_id"],
                name="one_lead_per_external_id",
                violation_error_message="Another lead already has this external id.",
            ),
        ]
        indexes = [models.Index(fields=["-received_at"], name="leads_newest_first")]

    def __str__(self) -> str:
        return self.name


class Policy(Imported):
    """An insurance policy of the customer with a carrier."""

    customer = models.ForeignKey(Customer, models.PROTECT, related_name="policies")
    policy_number = models.CharField(max_length=100)
    carrier = models.CharField(max_length=200)
    kind = models.CharField(max_length=50, db_comment="type on the wire: auto, home, life …")
    status = models.CharField(max_length=30, default="ACTIVE")
    premium = money()
    effective_on = models.DateField()
    expires_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "policies"
        constraints = [
            not_blank("policy_number", "A policy needs a number."),
            not_negative("premium", "A premium cannot be negative."),
            in_order("effective_on", "expires_on", "The policy expires before it takes effect."),
            models.UniqueConstraint(
                fields=["carrier", "policy_number"],
                name="one_policy_per_carrier_and_number",
                violation_error_message="This carrier already has a policy with this number.",
            ),
        ]
        indexes = [
            models.Index(fields=["customer", "-effective_on"], name="policies_of_a_customer")
        ]

    def __str__(self) -> str:
        return f"{self.carrier} {self.policy_number}"
