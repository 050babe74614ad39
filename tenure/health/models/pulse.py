"""What those who know a customer feel about it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import TruncDate

from tenure.customers.models import Customer
from tenure.foundation.tables import Record, between, not_blank
from tenure.health.words import RATINGS, STALE_DAYS, points_of


class PulseQuerySet(models.QuerySet["Pulse"]):
    def newest_of(self, customer_id: UUID) -> Pulse | None:
        """The last word on a customer, whether it still counts or not."""
        return self.filter(customer=customer_id, withdrawn_at=None).order_by("-given_at").first()


class Pulse(Record):
    """What somebody felt about a customer on a day, and why. The newest one counts, until it expires
    or is withdrawn; an older one never comes back."""

    customer = models.ForeignKey(Customer, models.PROTECT, related_name="pulses", db_index=False)
    rating = models.PositiveSmallIntegerField(
        choices=list(RATINGS.items()), db_comment="from 1, very worried, to 5, delighted"
    )
    reason = models.TextField()
    given_by = models.CharField(max_length=200)
    given_at = models.DateTimeField()
    expires_on = models.DateField(db_comment="the first day on which it does not count any more")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=200, blank=True, default="", db_default="")

    objects: ClassVar[models.Manager[Pulse]] = PulseQuerySet.as_manager()

    class Meta:
        constraints = [
            between("rating", 1, 5, "A pulse goes from 1, very worried, to 5, delighted."),
            not_blank("reason", "Say why: a pulse without a reason helps nobody."),
            models.CheckConstraint(
                condition=Q(expires_on__gt=TruncDate("given_at")),
                name="a_pulse_expires_after_it_was_given",
                violation_error_message="A pulse expires after the day that it was given.",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by="")
                | Q(withdrawn_at__isnull=False) & ~Q(withdrawn_by=""),
                name="a_withdrawn_pulse_says_by_whom",
                violation_error_message="A withdrawn pulse says when and by whom.",
            ),
        ]
        indexes = [models.Index(F("customer"), F("given_at").desc(), name="pulses_of_a_customer")]

    def __str__(self) -> str:
        return f"{self.words} about {self.customer}"

    @property
    def words(self) -> str:
        return RATINGS[self.rating]

    @property
    def points(self) -> int:
        return points_of(self.rating)

    @property
    def given_on(self) -> date:
        return self.given_at.date()

    def has_expired(self, day: date) -> bool:
        return day >= self.expires_on

    def is_stale(self, at: datetime) -> bool:
        return at - self.given_at > timedelta(days=STALE_DAYS)
