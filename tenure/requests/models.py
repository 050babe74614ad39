"""What customers ask the product for: whose wish, what it is about, and what became of it."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Concat, Lower, Upper

from tenure.customers.models import Customer, Stakeholder
from tenure.foundation.tables import Imported, choice, in_order, not_blank, one_of
from tenure.people.models import Person
from tenure.people.permissions import Permission
from tenure.requests.rules import ENDED, OPEN
from tenure.requests.words import RequestState
from tenure.usage.models import Feature

LONGEST_THEME = 60
IS_OPEN = Q(state__in=[state.value for state in OPEN])
HAS_ENDED = Q(state__in=[state.value for state in ENDED])
ONLY_ASKED = Q(state=RequestState.ASKED.value)


class RequestQuerySet(models.QuerySet["Request"]):
    def visible_to(self, person: Person) -> RequestQuerySet:
        return self if person.may(Permission.CUSTOMERS_VIEW) else self.none()

    def editable_by(self, person: Person) -> RequestQuerySet:
        return self.filter(customer__in=Customer.objects.editable_by(person))

    def open(self) -> RequestQuerySet:
        return self.filter(IS_OPEN)

    def matching(self, words: str) -> RequestQuerySet:
        """A case-blind part of its title, details or theme."""
        return self.filter(search_text__contains=words.lower()) if words else self


class Request(Imported):
    """One thing that one customer asks for. A theme holds those together that ask for much the same."""

    customer = models.ForeignKey(Customer, models.PROTECT, related_name="requests", db_index=False)
    stakeholder = models.ForeignKey(
        Stakeholder, models.PROTECT, null=True, blank=True, related_name="requests"
    )
    title = models.CharField(max_length=200)
    details = models.TextField(blank=True, default="", db_default="")
    theme = models.CharField(max_length=LONGEST_THEME)
    feature = models.ForeignKey(
        Feature, models.PROTECT, null=True, blank=True, related_name="requests"
    )
    asked_on = models.DateField()
    state = choice(RequestState, default=RequestState.ASKED.value)
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(
        blank=True, default="", db_default="", db_comment="what the customer was told last"
    )
    recorded_by = models.CharField(max_length=200, blank=True, default="", db_default="")
    search_text = models.GeneratedField(
        expression=Lower(
            Concat("title", Value(" "), "theme", Value(" "), "details",
                   output_field=models.TextField())
        ),
        output_field=models.TextField(), db_persist=True, editable=False,
    )  # fmt: skip

    objects: ClassVar[models.Manager[Request]] = RequestQuerySet.as_manager()

    class Meta:
        constraints = [
            not_blank("title", "Say what they ask for."),
            not_blank("theme", "Say which theme it belongs to."),
            one_of("state", RequestState),
            models.CheckConstraint(
                condition=(ONLY_ASKED & Q(acknowledged_at=None))
                | (~ONLY_ASKED & Q(acknowledged_at__isnull=False)),
                name="what_was_answered_was_acknowledged",
                violation_error_message="A request that was answered has the time at which it was "
                "acknowledged; one that is only asked has none.",
            ),
            models.CheckConstraint(
                condition=(HAS_ENDED & Q(ended_at__isnull=False)) | (~HAS_ENDED & Q(ended_at=None)),
                name="a_request_that_ended_has_its_time",
                violation_error_message="A request that is delivered or declined has its time; "
                "an open one has none.",
            ),
            models.CheckConstraint(
                condition=~Q(state=RequestState.DECLINED.value) | ~Q(answer=""),
                name="a_declined_request_has_its_reason",
                violation_error_message="Say why it is declined.",
            ),
            in_order("acknowledged_at", "ended_at", "It ended before it was acknowledged."),
            models.UniqueConstraint(
                fields=["external_id"],
                name="one_request_per_external_id",
                violation_error_message="Another request already has this external id.",
            ),
        ]
        indexes = [
            models.Index(fields=["customer", "-asked_on", "-id"], name="requests_of_a_customer"),
            models.Index(fields=["-asked_on", "-id"], name="requests_newest_first"),
            models.Index(fields=["state", "-asked_on", "-id"], name="requests_by_state"),
            models.Index(fields=["theme", "-asked_on", "-id"], name="requests_by_theme"),
            models.Index(Upper("theme"), name="requests_by_theme_in_any_case"),
            GinIndex(OpClass(F("search_text"), "gin_trgm_ops"), name="requests_by_words"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        return self.state in OPEN
