"""What was done with a customer, and what is planned."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tenure.customers.models import Customer
from tenure.foundation.tables import Imported, choice, not_blank, one_of, texts
from tenure.people.models import Person
from tenure.programme.words import TouchpointKind
from tenure.work.models.scoped import Scoped
from tenure.work.words import Origin, TouchpointState


class Touchpoint(Imported):
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
                violation_error_message="Say when it took place. What did not take place has no time.",
            ),
            models.CheckConstraint(
                condition=Q(state="HELD") | Q(planned_on__isnull=False),
                name="a_touchpoint_that_was_not_held_has_a_day",
                violation_error_message="Say for which day it is planned.",
            ),
            models.UniqueConstraint(
                fields=["external_id"],
                name="one_touchpoint_per_external_id",
                violation_error_message="Another touchpoint already has this external id.",
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
