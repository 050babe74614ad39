"""Reviews that are scheduled, and what became of each."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Q

from tenure.customers.models import Customer
from tenure.foundation.tables import Record, between, choice, facts, one_of
from tenure.people.models import Person
from tenure.people.permissions import Permission
from tenure.reviews.models.held import BusinessReview
from tenure.reviews.words import ReviewState, ReviewType

SHORTEST, LONGEST = 5, 24 * 60
SCHEDULED = ReviewState.SCHEDULED.value


class PlannedReviewQuerySet(models.QuerySet["PlannedReview"]):
    def visible_to(self, person: Person) -> PlannedReviewQuerySet:
        return self if person.may(Permission.CUSTOMERS_VIEW) else self.none()

    def editable_by(self, person: Person) -> PlannedReviewQuerySet:
        return self.filter(customer__in=Customer.objects.editable_by(person))

    def of(self, person: Person) -> PlannedReviewQuerySet:
        """Those that this person leads, and those with customers in the own book."""
        return self.filter(Q(organiser=person) | Q(customer__success_profile__csm=person))

    def ahead(self) -> PlannedReviewQuerySet:
        return self.filter(state=SCHEDULED)


class PlannedReview(Record):
    """A review with its time, its agenda and who is asked to come. `agenda` is a list of lines, each
    with the words and from what they come; `attendees` a list of names, titles and addresses."""

    customer = models.ForeignKey(
        Customer, models.PROTECT, related_name="planned_reviews", db_index=False
    )
    review_type = choice(ReviewType)
    state = choice(ReviewState, default=SCHEDULED)
    scheduled_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=60, db_default=60)
    place = models.CharField(
        max_length=500, blank=True, default="", db_default="", db_comment="a room, or a link"
    )
    organiser = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="planned_reviews",
        db_index=False,
    )  # fmt: skip
    agenda = facts()
    attendees = facts()
    invitation = models.PositiveIntegerField(
        default=0, db_default=0, db_comment="grows whenever those who come must be told anew"
    )
    reason = models.TextField(
        blank=True, default="", db_default="", db_comment="why it was moved, missed or cancelled"
    )
    ended_at = models.DateTimeField(null=True, blank=True)
    review = models.OneToOneField(
        BusinessReview, models.PROTECT, null=True, blank=True, related_name="planned"
    )

    objects: ClassVar[models.Manager[PlannedReview]] = PlannedReviewQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("review_type", ReviewType),
            one_of("state", ReviewState),
            between("minutes", SHORTEST, LONGEST, "A review lasts from 5 minutes to a day."),
            models.UniqueConstraint(
                fields=["customer", "scheduled_at"],
                condition=Q(state=SCHEDULED),
                name="one_scheduled_review_per_customer_and_time",
                violation_error_message="A review with this customer is scheduled for that time.",
            ),
            models.CheckConstraint(
                condition=Q(state=SCHEDULED, ended_at=None)
                | (~Q(state=SCHEDULED) & Q(ended_at__isnull=False)),
                name="a_review_that_is_over_has_its_time",
                violation_error_message="What was held, missed or cancelled has its time.",
            ),
            models.CheckConstraint(
                condition=Q(state="HELD", review__isnull=False) | (~Q(state="HELD") & Q(review=None)),
                name="a_review_that_was_held_has_its_minutes",
                violation_error_message="What was held has its minutes, and only that.",
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["customer", "-scheduled_at"], name="planned_of_a_customer"),
            models.Index(fields=["state", "scheduled_at"], name="planned_by_state"),
            models.Index(fields=["organiser", "scheduled_at"], name="planned_of_an_organiser"),
        ]

    def __str__(self) -> str:
        return f"{self.get_review_type_display()} review with {self.customer}"

    @property
    def ends_at(self) -> datetime:
        return self.scheduled_at + timedelta(minutes=self.minutes)

    @property
    def is_ahead(self) -> bool:
        return bool(self.state == ReviewState.SCHEDULED)

    def is_past(self, at: datetime) -> bool:
        """Whether its time is over and nobody said what became of it."""
        return self.is_ahead and self.ends_at < at
