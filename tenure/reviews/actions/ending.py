"""Reviews that do not take place: cancelled, missed, and put back on where that was a mistake."""

from datetime import datetime

from tenure.foundation.audit.trail import Author, deed, tell
from tenure.foundation.checking import save
from tenure.foundation.refusals import Conflict, Invalid
from tenure.reviews.actions.planned import ahead, locked, needed, when
from tenure.reviews.models import PlannedReview, ReviewState, ReviewType

OFF = (ReviewState.CANCELLED, ReviewState.MISSED)


class NotOff(Conflict):
    """Only what was cancelled or missed is put back on."""


@deed("review.cancelled", "cancelled a {kind} review with {subject}: {reason}")
def cancel_review(
    *, planned: PlannedReview, reason: str, by: Author, at: datetime
) -> PlannedReview:
    return _ended(planned, ReviewState.CANCELLED, reason, at)


@deed("review.missed", "noted that a {kind} review with {subject} was missed: {reason}")
def miss_review(*, planned: PlannedReview, reason: str, by: Author, at: datetime) -> PlannedReview:
    """It did not take place, and nobody had called it off."""
    if planned.scheduled_at > at:
        raise Invalid("It lies ahead: move or cancel it.", {"scheduled_at": "lies ahead"})
    return _ended(planned, ReviewState.MISSED, reason, at)


@deed("review.reinstated", "put a {kind} review with {subject} back on for {when}")
def reinstate_review(*, planned: PlannedReview, by: Author, at: datetime) -> PlannedReview:
    """It is scheduled as before, for its old time; from there it is moved, held or missed."""
    planned = locked(planned)
    if planned.state not in OFF:
        raise NotOff(f"This review is {planned.get_state_display().lower()}.")
    planned.state, planned.ended_at, planned.reason = ReviewState.SCHEDULED.value, None, ""
    return _kept(planned)


def _ended(planned: PlannedReview, state: ReviewState, reason: str, at: datetime) -> PlannedReview:
    planned = ahead(planned)
    planned.state, planned.ended_at, planned.reason = state.value, at, needed(reason)
    tell(reason=planned.reason)
    return _kept(planned)


def _kept(planned: PlannedReview) -> PlannedReview:
    planned.invitation += 1
    save(planned)
    kind = ReviewType(planned.review_type).label.lower()
    tell(customer_id=planned.customer_id, subject=planned.customer.name, kind=kind,
         when=when(planned))  # fmt: skip
    return planned
