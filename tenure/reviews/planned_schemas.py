"""Scheduled reviews on the wire."""

from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from tenure.foundation.rest.kinds import (
    Day,
    Instant,
    Listed,
    Name,
    Text,
    Texts,
    Whole,
    said_in,
    up_to,
)
from tenure.foundation.rest.wire import Resource, Sql, Wire, absent
from tenure.reviews.lines import LONGEST_LINE, MOST_LINES
from tenure.reviews.models import ReviewState, ReviewType
from tenure.reviews.schemas import Rating

AgendaTexts = Annotated[list[Annotated[str, up_to(LONGEST_LINE)]], Field(max_length=MOST_LINES)]
Minutes = Annotated[int, Whole(5, 24 * 60)]
Place = Annotated[str, up_to(500)]
Short = Annotated[str, up_to(200)]


class PlannedReview(Wire):
    """A review that is scheduled, and what became of it."""

    id: UUID
    customer_id: UUID
    customer_name: Annotated[str, Sql("c.name")]
    review_type: ReviewType
    state: ReviewState
    scheduled_at: Instant
    minutes: int
    place: str | None
    organiser_id: UUID | None
    organiser_name: Annotated[str | None, Sql("o.name")]
    agenda: Listed | None
    attendees: Listed | None
    reason: str | None = Field(description="Why it was moved, missed or cancelled.")
    ended_at: Instant | None
    review_id: UUID | None = Field(description="The business review that it became.")
    created_at: Instant
    updated_at: Instant


PLANNED = Resource(
    PlannedReview,
    "reviews_plannedreview p join customers_customer c on c.id = p.customer_id"
    " left join people_person o on o.id = p.organiser_id",
    "p",
)


class PlannedFilters(Wire):
    state: list[ReviewState] = []


class Invited(Wire):
    name: Name
    title: Short = absent()
    email: Short = absent()


class AnotherTime(Wire):
    scheduled_at: Instant
    reason: Annotated[str, said_in(2_000)]


class Preparation(Wire):
    """What may be said of a scheduled review; its time is moved apart from that, with a reason."""

    minutes: Minutes = absent()
    place: Place | None = None
    organiser_id: UUID | None = None
    agenda: AgendaTexts = absent()
    attendees: Annotated[list[Invited], Field(max_length=200)] = absent()


class NewPlannedReview(Preparation):
    """Without an agenda it has none yet; the portal proposes one."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"reviewType": "QUARTERLY", "scheduledAt": "2026-12-03T14:00:00Z"}
        }
    )

    review_type: ReviewType
    scheduled_at: Instant


class WhyNot(Wire):
    reason: Annotated[str, said_in(2_000)]


class Item(Wire):
    """What is to be done; with `ownerId` it is one of ours, else `ownerName` of the customer does it."""

    title: Name
    due_on: Day = Field(alias="dueDate")
    owner_id: UUID | None = absent()
    owner_name: Short = absent()


class ReviewMinutes(Wire):
    """What came of a review. Each of `items` becomes a task."""

    model_config = ConfigDict(json_schema_extra={"example": {"overallRating": 4}})

    reviewed_at: Instant | None = Field(
        None, alias="reviewDate", description="Unless told, as scheduled."
    )
    present: list[Short] | None = Field(
        None, description="Names of those who came; unless told, all."
    )
    items: Annotated[list[Item], Field(max_length=50)] = absent()
    decisions: Texts = absent()
    next_steps: Texts = absent()
    overall_rating: Rating | None = None
    customer_feedback: Text | None = None
    notes: Text | None = None
    follow_up_on: Day | None = absent("followUpDate")
