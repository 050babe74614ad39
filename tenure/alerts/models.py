"""Alerts: what somebody should look at, and what came of it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tenure.alerts.words import AlertOutcome, AlertRule, AlertState
from tenure.customers.models import Customer
from tenure.foundation.tables import Record, choice, one_of
from tenure.people.models import Person
from tenure.people.permissions import Permission


class AlertQuerySet(models.QuerySet["Alert"]):
    def visible_to(self, person: Person) -> AlertQuerySet:
        return self if person.may(Permission.CUSTOMERS_VIEW) else self.none()

    def editable_by(self, person: Person) -> AlertQuerySet:
        """Those about customers that this person may change."""
        return self.filter(customer__in=Customer.objects.editable_by(person))


class Alert(Record):
    """A rule that fired for a customer. Opened once: it stays the same alert for as long as what it
    is about goes on, however often the customer is scored."""

    customer = models.ForeignKey(Customer, models.PROTECT, related_name="alerts", db_index=False)
    rule = choice(AlertRule)
    state = choice(AlertState, default=AlertState.OPEN.value)
    opened_at = models.DateTimeField()
    score = models.PositiveSmallIntegerField(null=True, db_comment="when it opened")
    previous_score = models.PositiveSmallIntegerField(null=True)
    silent_since = models.DateField(null=True, db_comment="the last day of use before the silence")
    owner = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="alerts", db_index=False
    )
    snoozed_until = models.DateField(null=True, blank=True)
    is_over = models.BooleanField(
        default=False, db_default=False, db_comment="what it was about came to an end since"
    )
    resolved_at = models.DateTimeField(null=True, blank=True)
    outcome = choice(AlertOutcome, null=True, blank=True)
    note = models.TextField(blank=True, default="", db_default="")

    objects: ClassVar[models.Manager[Alert]] = AlertQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("rule", AlertRule),
            one_of("state", AlertState),
            one_of("outcome", AlertOutcome),
            models.UniqueConstraint(
                fields=["customer", "rule"],
                condition=~Q(state=AlertState.RESOLVED.value),
                name="one_alert_at_work_per_customer_and_rule",
                violation_error_message="There is an alert of this kind at work already.",
            ),
            models.CheckConstraint(
                condition=Q(state=AlertState.SNOOZED.value, snoozed_until__isnull=False)
                | (~Q(state=AlertState.SNOOZED.value) & Q(snoozed_until=None)),
                name="only_a_snoozed_alert_has_a_day_to_wake",
                violation_error_message="Say until when it sleeps.",
            ),
            models.CheckConstraint(
                condition=Q(
                    state=AlertState.RESOLVED.value,
                    resolved_at__isnull=False,
                    outcome__isnull=False,
                )
                | (~Q(state=AlertState.RESOLVED.value) & Q(resolved_at=None, outcome=None)),
                name="a_resolved_alert_has_its_time_and_its_outcome",
                violation_error_message="Say how it ended.",
            ),
        ]
        indexes = [
            models.Index(fields=["customer", "-opened_at"], name="alerts_of_a_customer"),
            models.Index(fields=["state", "-opened_at"], name="alerts_by_state"),
            models.Index(fields=["owner", "state"], name="alerts_of_an_owner"),
            models.Index(
                fields=["snoozed_until"],
                name="alerts_to_wake",
                condition=Q(state=AlertState.SNOOZED.value),
            ),
            models.Index(
                fields=["customer", "rule"],
                name="alerts_that_go_on",
                condition=Q(is_over=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{AlertRule(self.rule).label} at {self.customer}"
