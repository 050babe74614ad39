"""What happy customers do for us, and what came of it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tenure.advocacy.models.deals import Deal
from tenure.advocacy.words import ENDED, AdvocacyStatus, AdvocacyType
from tenure.customers.models import Customer, Stakeholder
from tenure.foundation.tables import Record, choice, money, not_blank, not_negative, one_of
from tenure.people.models import Person
from tenure.people.permissions import Permission


class ActivityQuerySet(models.QuerySet["AdvocacyActivity"]):
    def visible_to(self, person: Person) -> ActivityQuerySet:
        return self if person.may(Permission.CUSTOMERS_VIEW) else self.none()

    def editable_by(self, person: Person) -> ActivityQuerySet:
        return self.filter(customer__in=Customer.objects.editable_by(person))


class AdvocacyActivity(Record):
    """One favour: a case study, a reference call, a talk …"""

    customer = models.ForeignKey(Customer, models.PROTECT, related_name="advocacy_activities")
    activity_type = choice(AdvocacyType)
    title = models.CharField(max_length=200)
    description = models.TextField(blank=True, default="", db_default="")
    status = choice(AdvocacyStatus, default=AdvocacyStatus.PENDING.value)
    happens_on = models.DateField(null=True, blank=True)
    contact_person = models.CharField(max_length=200, blank=True, default="", db_default="")
    contact_email = models.EmailField(blank=True, default="", db_default="")
    outcome = models.TextField(blank=True, default="", db_default="")
    value = money(null=True, blank=True)
    case_study_url = models.CharField(max_length=1000, blank=True, default="", db_default="")
    testimonial_url = models.CharField(max_length=1000, blank=True, default="", db_default="")
    reference_notes = models.TextField(blank=True, default="", db_default="")
    contact = models.ForeignKey(
        Stakeholder, models.PROTECT, null=True, blank=True, related_name="favours"
    )
    asked_on = models.DateField(null=True, blank=True, db_comment="when they were asked for it")
    deal = models.ForeignKey(Deal, models.PROTECT, null=True, blank=True, related_name="favours")

    objects: ClassVar[models.Manager[AdvocacyActivity]] = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "advocacy activities"
        constraints = [
            not_blank("title", "An activity needs a title."),
            one_of("activity_type", AdvocacyType),
            one_of("status", AdvocacyStatus),
            not_negative("value", "Value cannot be negative."),
            models.CheckConstraint(
                condition=Q(happens_on__isnull=False) | ~Q(status__in=ENDED),
                name="an_activity_that_ended_has_its_day",
                violation_error_message="An activity that ended has the day of its end.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["customer", "-created_at", "-id"], name="activities_of_a_customer"
            ),
            models.Index(
                fields=["activity_type", "status", "customer"], name="activities_by_kind_and_status"
            ),
            models.Index(fields=["status", "customer"], name="activities_by_status"),
            models.Index(fields=["status", "-created_at", "-id"], name="activities_newest_first"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def has_ended(self) -> bool:
        return self.status in ENDED
