"""Scores that somebody set by hand, for a while."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from tenure.customers.models import Customer
from tenure.foundation.tables import Record, between, not_blank
from tenure.health.words import OVERRIDE_DAYS


class OverrideQuerySet(models.QuerySet["Override"]):
    def running(self, at: datetime) -> OverrideQuerySet:
        return self.filter(ended_at=None, expires_at__gt=at)

    def expired(self, at: datetime) -> OverrideQuerySet:
        """Those whose time is over, and that nobody has closed yet."""
        return self.filter(ended_at=None, expires_at__lte=at)


class Override(Record):
    """A score set by hand: it stands in for the computed one until it expires or somebody ends it.

    The computed score goes on in the history and stands beside it wherever it is shown.
    """

    customer = models.ForeignKey(
        Customer, models.PROTECT, related_name="health_overrides", db_index=False
    )
    score = models.PositiveSmallIntegerField()
    reason = models.TextField()
    set_by = models.CharField(max_length=200)
    set_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=200, blank=True, default="", db_default="")
    ended_reason = models.TextField(blank=True, default="", db_default="")

    objects: ClassVar[OverrideQuerySet] = OverrideQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        constraints = [
            between("score", 0, 100, "A score lies between 0 and 100."),
            not_blank("reason", "Say why the computed score is not to be trusted."),
            models.UniqueConstraint(
                fields=["customer"],
                condition=Q(ended_at=None),
                name="one_running_override_per_customer",
                violation_error_message="This customer already has a score set by hand.",
            ),
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("set_at")),
                name="an_override_expires_after_it_was_set",
                violation_error_message="A score set by hand expires after it is set.",
            ),
            models.CheckConstraint(
                condition=Q(expires_at__lte=F("set_at") + timedelta(days=OVERRIDE_DAYS)),
                name="an_override_does_not_last",
                violation_error_message=f"A score set by hand holds at most {OVERRIDE_DAYS} days.",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by="")
                | Q(ended_at__isnull=False) & ~Q(ended_by=""),
                name="an_ended_override_says_by_whom",
                violation_error_message="What ended says when and by whom.",
            ),
        ]
        indexes = [
            models.Index(F("customer"), F("set_at").desc(), name="overrides_of_a_customer"),
            models.Index(
                fields=["expires_at"], condition=Q(ended_at=None), name="overrides_to_expire"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.score} for {self.customer}"

    @property
    def last_on(self) -> date:
        """The last day on which it holds: at midnight, the day that ends."""
        return timezone.localdate(self.expires_at - timedelta(microseconds=1))
