"""What can be done about business reviews."""

from collections.abc import Sequence
from datetime import date, datetime

from tenure.customers.models import Customer
from tenure.foundation.audit.trail import Author, deed, tell
from tenure.foundation.checking import check
from tenure.reviews.models import BusinessReview, ReviewType


@deed("review.held", "held a {kind} review with {subject}")
def hold_review(
    *,
    customer: Customer,
    review_type: ReviewType,
    reviewed_at: datetime,
    attendees: Sequence[tuple[str, str]],
    agenda: Sequence[str] = (),
    achievements: Sequence[str] = (),
    challenges: Sequence[str] = (),
    next_steps: Sequence[str] = (),
    overall_rating: int | None = None,
    follow_up_on: date | None = None,
    by: Author,
    at: datetime,
) -> BusinessReview:
    """Write down a review that was held. Attendees are names with their titles."""
    review = BusinessReview(
        customer=customer,
        review_type=review_type,
        reviewed_at=reviewed_at,
        attendee_names=[name for name, _ in attendees],
        attendee_titles=[title for _, title in attendees],
        agenda=list(agenda),
        achievements=list(achievements),
        challenges=list(challenges),
        next_steps=list(next_steps),
        overall_rating=overall_rating,
        follow_up_on=follow_up_on,
        created_at=at,
    )
    check(review)
    review.save(force_insert=True)
    tell(customer_id=customer.id, subject=customer.name, kind=review_type.label.lower())
    return review
