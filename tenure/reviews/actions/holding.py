"""Holding a review that was scheduled: it becomes the review with its minutes."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from tenure.foundation.audit.trail import Author, deed, tell
from tenure.foundation.checking import save
from tenure.foundation.refusals import Invalid
from tenure.reviews.actions.following import agree_on
from tenure.reviews.actions.held import hold_review
from tenure.reviews.actions.planned import ahead
from tenure.reviews.lines import ActionItem, agenda_of, attendees_of
from tenure.reviews.models import BusinessReview, PlannedReview, ReviewState, ReviewType


@deed("review.concluded", "wrote the minutes of a {kind} review with {subject}")
def hold_planned_review(
    *,
    planned: PlannedReview,
    reviewed_at: datetime,
    present: Sequence[str] | None = None,
    items: Sequence[ActionItem] = (),
    facts: Mapping[str, Any],
    by: Author,
    at: datetime,
) -> BusinessReview:
    """It took place. `present` names those of the invited who came, all unless told; `facts` are
    decisions, next steps, rating, feedback, notes, the day of follow-up; `items` become tasks."""
    planned = ahead(planned)
    if reviewed_at > at:
        raise Invalid("It lies ahead: hold it when it has begun.", {"reviewed_at": "lies ahead"})
    kind = ReviewType(planned.review_type)
    invited = attendees_of(planned.attendees)
    came = [one for one in invited if present is None or one.name in present]
    review = hold_review(
        customer=planned.customer, review_type=kind, reviewed_at=reviewed_at,
        attendees=[(one.name, one.title) for one in came],
        facts={"agenda": [line.text for line in agenda_of(planned.agenda)], **facts},
        by=by, at=at,
    )  # fmt: skip
    planned.state, planned.ended_at, planned.review = ReviewState.HELD.value, at, review
    save(planned)
    if items:
        review = agree_on(review=review, items=items, by=by, at=at)
    tell(customer_id=planned.customer_id, subject=planned.customer.name, kind=kind.label.lower())
    return review
