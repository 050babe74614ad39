"""Support tickets: how often customers needed help, how fast it came, how it was received."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from tenure.customers.models import Customer
from tenure.foundation.enums import Word
from tenure.foundation.tables import Imported, between, choice, in_order, not_negative, one_of


class Priority(Word):
    P1 = "P1", "P1, urgent"
    P2 = "P2", "P2, high"
    P3 = "P3", "P3, medium"
    P4 = "P4", "P4, low"


class Ticket(Imported):
    """One request for help. An escalated ticket counts as a complaint."""

    customer = models.ForeignKey(Customer, models.PROTECT, related_name="tickets")
    subject = models.CharField(max_length=300, blank=True, default="", db_default="")
    priority = choice(Priority, default=Priority.P3.value)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    first_response_minutes = models.PositiveIntegerField(null=True, blank=True)
    satisfaction = models.DecimalField(
        max_digits=2, decimal_places=1, null=True, blank=True, db_comment="1 to 5"
    )
    customer_replies = models.PositiveIntegerField(
        null=True, blank=True, db_comment="messages of the customer after the first"
    )
    is_escalated = models.BooleanField(default=False, db_default=False)

    class Meta:
        constraints = [
            one_of("priority", Priority),
            between("satisfaction", 1, 5, "Satisfaction lies between 1 and 5."),
            not_negative("first_response_minutes", "A time cannot be negative."),
            not_negative("customer_replies", "A count cannot be negative."),
            in_order("opened_at", "closed_at", "The ticket was closed before it was opened."),
            models.UniqueConstraint(
                fields=["external_id"],
                name="one_ticket_per_external_id",
                violation_error_message="Another ticket already has this external id.",
            ),
        ]
        indexes = [
            models.Index(fields=["customer", "-opened_at"], name="tickets_of_a_customer"),
            models.Index(fields=["opened_at"], name="tickets_by_opening"),
            models.Index(
                fields=["customer", "priority"],
                name="open_tickets_of_a_customer",
                condition=Q(closed_at=None),
            ),
        ]

    def __str__(self) -> str:
        return self.subject or f"Ticket {self.external_id or self.id}"
