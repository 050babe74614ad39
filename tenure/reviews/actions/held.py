"""What can be done about business reviews."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from tenure.customers.models import Customer
from tenure.foundation.audit.trail import Author, deed, tell
from tenure.foundation.checking import refuse_changed, save
from tenure.reviews.models import BusinessReview, ReviewType


@deed("review.changed", "changed a {kind} review with {subject}")
def change_review(
    *,
    review: BusinessReview,
    changes: Mapping[str, Any],
    seen_at: datetime | None = None,
    by: Author,
    at: datetime,
) -> BusinessReview:
    review = BusinessReview.objects.select_for_update(of=["self"], no_key=True).get(id=review.id)
    refuse_changed(review, seen_at)
    differing = {name: new for name, new in changes.items() if getattr(review, name) != new}
    for name, new in differing.items():
        setattr(review, name, new)
    if differing:
        save(review)
    kind = ReviewType(review.review_type).label.lower()
    tell(customer_id=review.customer_id, subject=review.customer.name, kind=kind)
    return review


@deed("review.held", "held a {kind} review with {subject}")
def hold_review(
    *,
    customer: Customer,
    review_type: ReviewType,
    reviewed_at: datetime,
    attendees: Sequence[tuple[str, str]],
    facts: Mapping[str, Any],
    by: Author,
    at: datetime,
) -> BusinessReview:
    """Write down a review that was held. Attendees are names with their titles; `facts` are the
    review's other fields."""
    review = BusinessReview(
        customer=customer, review_type=review_type, reviewed_at=reviewed_at,
        attendee_names=[name for name, _ in attendees],
        attendee_titles=[title for _, title in attendees],
        created_at=at, **facts,
    )  # fmt: skip
    save(review)
    tell(customer_id=customer.id, subject=customer.name, kind=review_type.label.lower())
    return review
