"""Advocacy: what happy customers do for us, and what came of it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from tenure.customers.models import Customer
from tenure.foundation.enums import Word
from tenure.foundation.tables import Record, choice, money, not_blank, not_negative, one_of


class AdvocacyType(Word):
    CASE_STUDY = "CASE_STUDY"
    TESTIMONIAL = "TESTIMONIAL"
    REFERENCE_CALL = "REFERENCE_CALL"
    SPEAKER_EVENT = "SPEAKER_EVENT"
    PRESS_RELEASE = "PRESS_RELEASE"
    WEBINAR = "WEBINAR"
    USER_GROUP = "USER_GROUP"
    ADVISORY_BOARD = "ADVISORY_BOARD"


class AdvocacyStatus(Word):
    PENDING = "PENDING"
    REQUESTED = "REQUESTED"
    IN_PROGRESS = "IN_PROGRESS"
    COMPLETED = "COMPLETED"
    DECLINED = "DECLINED"
    CANCELLED = "CANCELLED"


ENDED = (
    AdvocacyStatus.COMPLETED.value,
    AdvocacyStatus.DECLINED.value,
    AdvocacyStatus.CANCELLED.value,
)


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
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def has_ended(self) -> bool:
        return self.status in ENDED
