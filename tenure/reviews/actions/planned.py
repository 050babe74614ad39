"""Reviews that are scheduled: their time, their agenda, who comes."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from tenure.customers.models import Customer
from tenure.foundation.audit.trail import Author, deed, leave_no_trace, tell
from tenure.foundation.checking import refuse_changed, save
from tenure.foundation.refusals import Conflict, Invalid
from tenure.reviews.lines import AgendaLine, Attendee, agenda_stored, stored
from tenure.reviews.models import PlannedReview, ReviewType

TOLD_ANEW = {"scheduled_at", "minutes", "place", "attendees"}


class AlreadyOver(Conflict):
    """What was held, missed or cancelled is changed no more."""


@deed("review.scheduled", "scheduled a {kind} review with {subject} for {when}")
def schedule_review(
    *,
    customer: Customer,
    review_type: ReviewType,
    scheduled_at: datetime,
    agenda: Sequence[AgendaLine] = (),
    attendees: Sequence[Attendee] = (),
    facts: Mapping[str, Any],
    by: Author,
    at: datetime,
) -> PlannedReview:
    """`facts` are minutes, place and organiser, where they are known."""
    if customer.is_churned:
        raise Invalid(f"{customer} has left.", {"customer": "has left"})
    refuse_past(scheduled_at, at)
    planned = PlannedReview(
        customer=customer, review_type=review_type, scheduled_at=scheduled_at, created_at=at,
        agenda=agenda_stored(agenda), attendees=stored(attendees), **facts,
    )  # fmt: skip
    save(planned)
    say(planned)
    return planned


@deed("review.moved", "moved a {kind} review with {subject} from {since} to {when}: {reason}")
def move_review(
    *, planned: PlannedReview, scheduled_at: datetime, reason: str, by: Author, at: datetime
) -> PlannedReview:
    planned = ahead(planned)
    refuse_past(scheduled_at, at)
    tell(since=when(planned), reason=needed(reason))
    if planned.scheduled_at == scheduled_at:  # done already, by a double click
        leave_no_trace()
        return planned
    planned.scheduled_at, planned.reason = scheduled_at, reason.strip()
    planned.invitation += 1
    save(planned)
    say(planned)
    return planned


@deed("review.prepared", "prepared a {kind} review with {subject}")
def prepare_review(
    *,
    planned: PlannedReview,
    agenda: Sequence[AgendaLine] | None = None,
    attendees: Sequence[Attendee] | None = None,
    facts: Mapping[str, Any],
    seen_at: datetime | None = None,
    by: Author,
    at: datetime,
) -> PlannedReview:
    """Set agenda, attendees, minutes, place or organiser; what is not given stays as it is."""
    planned = ahead(planned)
    refuse_changed(planned, seen_at)
    told: dict[str, Any] = dict(facts)
    if agenda is not None:
        told["agenda"] = agenda_stored(agenda)
    if attendees is not None:
        told["attendees"] = stored(attendees)
    differing = {name: new for name, new in told.items() if getattr(planned, name) != new}
    if not differing:
        leave_no_trace()
        return planned
    for name, new in differing.items():
        setattr(planned, name, new)
    planned.invitation += bool(differing.keys() & TOLD_ANEW)
    save(planned)
    say(planned)
    return planned


def ahead(planned: PlannedReview) -> PlannedReview:
    """The review, locked, if nobody has said yet what became of it."""
    planned = locked(planned)
    if not planned.is_ahead:
        raise AlreadyOver(f"This review is over: {planned.get_state_display().lower()}.")
    return planned


def locked(planned: PlannedReview) -> PlannedReview:
    found = PlannedReview.objects.select_for_update(of=["self"], no_key=True)
    return found.select_related("customer").get(id=planned.id)


def say(planned: PlannedReview) -> None:
    kind = ReviewType(planned.review_type).label.lower()
    tell(customer_id=planned.customer_id, subject=planned.customer.name, kind=kind,
         when=when(planned))  # fmt: skip


def when(planned: PlannedReview) -> str:
    return f"{timezone.localtime(planned.scheduled_at):%-d %B %Y, %H:%M}"


def needed(reason: str) -> str:
    if not reason.strip():
        raise Invalid("Say why.", {"reason": "is needed"})
    return reason.strip()


def refuse_past(scheduled_at: datetime, at: datetime) -> None:
    if scheduled_at < at - timedelta(days=1):
        raise Invalid("Choose a time ahead.", {"scheduled_at": "lies in the past"})
