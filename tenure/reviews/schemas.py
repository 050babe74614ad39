"""Business reviews on the wire."""

from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from tenure.foundation.rest.kinds import Day, Instant, Link, Listed, Text, Texts, Whole, up_to
from tenure.foundation.rest.wire import Resource, Wire, absent
from tenure.reviews.models import ReviewType

Names = Annotated[list[Annotated[str, up_to(200)]], Field(max_length=200)]
Rating = Annotated[int, Whole(1, 5)]


class Review(Wire):
    """A review: who was there, what was shown, decided and promised."""

    id: UUID
    customer_id: UUID
    review_type: ReviewType
    reviewed_at: Instant = Field(alias="reviewDate")
    attendee_names: list[str]
    attendee_titles: list[str]
    agenda: list[str]
    achievements: list[str]
    challenges: list[str]
    metrics_review: Listed | None
    goals_progress: Listed | None
    decisions: list[str]
    action_items: Listed | None
    next_steps: list[str]
    overall_rating: int | None
    customer_feedback: str | None
    presentation_url: str | None
    notes: str | None
    follow_up_on: Day | None = Field(alias="followUpDate")
    created_at: Instant
    updated_at: Instant


REVIEWS = Resource(Review, "reviews_businessreview b", "b")


class ReviewChanges(Wire):
    """What may be said of a review. As many attendeeTitles as attendeeNames, in the same order."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"overallRating": 5, "followUpDate": "2026-12-01"}}
    )

    review_type: ReviewType = absent()
    reviewed_at: Instant = absent("reviewDate")
    attendee_names: Names = absent()
    attendee_titles: Names = absent()
    agenda: Texts = absent()
    achievements: Texts = absent()
    challenges: Texts = absent()
    metrics_review: Listed | None = None
    goals_progress: Listed | None = None
    decisions: Texts = absent()
    action_items: Listed | None = None
    next_steps: Texts = absent()
    overall_rating: Rating | None = None
    customer_feedback: Text | None = None
    presentation_url: Link | None = None
    notes: Text | None = None
    follow_up_on: Day | None = absent("followUpDate")


class NewReview(ReviewChanges):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "reviewType": "QUARTERLY", "reviewDate": "2026-11-23T09:00:00Z",
                "attendeeNames": ["Hank Scorpio"], "attendeeTitles": ["President"],
            }
        }
    )  # fmt: skip

    review_type: ReviewType
    reviewed_at: Instant = Field(alias="reviewDate")
    attendee_names: Names
    attendee_titles: Names
