"""Churn: the days on which customers left, and why. A customer can leave more than once."""

from __future__ import annotations

from django.db import models

from tenure.customers.models.customer import Customer
from tenure.customers.words import ChurnReason
from tenure.foundation.tables import Imported, choice, money, not_negative, one_of


class ChurnEvent(Imported):
    """One leaving. What came before it and what was said stays with it for ever."""

    customer = models.ForeignKey(Customer, models.PROTECT, related_name="churn_events")
    churned_on = models.DateField()
    reason = choice(ChurnReason, default=ChurnReason.UNKNOWN.value)
    feedback = models.TextField(blank=True, default="", db_default="")
    refund_amount = money(null=True, blank=True)
    was_reactivation = models.BooleanField(
        default=False, db_default=False, db_comment="the customer had left and returned before"
    )

    class Meta:
        constraints = [
            one_of("reason", ChurnReason),
            not_negative("refund_amount", "A refund cannot be negative."),
            models.UniqueConstraint(
                fields=["external_id"],
                name="one_churn_event_per_external_id",
                violation_error_message="Another churn event already has this external id.",
            ),
        ]
        indexes = [
            models.Index(fields=["customer", "-churned_on"], name="churn_events_of_a_customer"),
            models.Index(fields=["churned_on"], name="churn_events_by_day"),
        ]

    def __str__(self) -> str:
        return f"{self.customer_id} left on {self.churned_on}"
