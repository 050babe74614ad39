"""Business reviews: what was shown, decided and promised when we met."""

from __future__ import annotations

from django.db import models
from django.db.models import Func, IntegerField, Q

from tenure.customers.models import Customer
from tenure.foundation.tables import Record, between, choice, facts, one_of, texts
from tenure.reviews.words import ReviewType


class Cardinality(Func):
    """The number of elements of an array; of an empty one it is 0."""

    function = "cardinality"
    output_field = IntegerField()


class BusinessReview(Record):
    """One review. The attendees' names and titles are two lists of the same length."""

    customer = models.ForeignKey(Customer, models.PROTECT, related_name="business_reviews")
    review_type = choice(ReviewType)
    reviewed_at = models.DateTimeField()
    attendee_names = texts()
    attendee_titles = texts(some_empty=True)
    agenda = texts()
    achievements = texts()
    challenges = texts()
    metrics_review = facts()
    goals_progress = facts()
    decisions = texts()
    action_items = facts()
    next_steps = texts()
    overall_rating = models.PositiveSmallIntegerField(null=True, blank=True)
    customer_feedback = models.TextField(blank=True, default="", db_default="")
    presentation_url = models.CharField(max_length=1000, blank=True, default="", db_default="")
    notes = models.TextField(blank=True, default="", db_default="")
    follow_up_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            one_of("review_type", ReviewType),
            between("overall_rating", 1, 5, "A rating lies between 1 and 5."),
            models.CheckConstraint(
                condition=Q(attendee_names__len=Cardinality("attendee_titles")),
                name="every_attendee_has_a_title",
                violation_error_message="Give as many titles as names, in the same order.",
            ),
        ]
        indexes = [
            models.Index(fields=["customer", "-reviewed_at", "-id"], name="reviews_of_a_customer"),
            models.Index(
                fields=["customer", "review_type", "-reviewed_at"],
                name="reviews_of_a_kind",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_review_type_display()} review on {self.reviewed_at:%Y-%m-%d}"
