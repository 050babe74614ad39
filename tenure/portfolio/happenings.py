"""What happened to a customer that its health may have felt."""

from datetime import date

from tenure.customers.models import ChurnEvent, Customer
from tenure.customers.words import StakeholderRole
from tenure.health.plots import Event
from tenure.programme.words import TouchpointKind
from tenure.reviews.models import BusinessReview
from tenure.work.models import Touchpoint
from tenure.work.words import TouchpointState

MOST_EVENTS = 5
KEY_ROLES = (StakeholderRole.SPONSOR, StakeholderRole.CHAMPION)
MET = (TouchpointKind.MEETING, TouchpointKind.EVENT)


def happenings(customer: Customer, first: date, last: date) -> list[Event]:
    """The newest things that happened while the line ran, oldest first. Meetings take the places that
    are left, so that those of every week do not hide who went."""
    found = _by_day(_turns(customer, first, last))[-MOST_EVENTS:]
    room = MOST_EVENTS - len(found)
    return _by_day([*found, *_meetings(customer, first, last, room)])


def _turns(customer: Customer, first: date, last: date) -> list[Event]:
    within = (first, last)
    return [
        *(
            Event(day or last, f"{name}, {StakeholderRole(role).label.lower()}, left")
            for day, name, role in customer.stakeholders.filter(
                left_on__range=within, role__in=KEY_ROLES
            ).values_list("left_on", "name", "role")
        ),
        *(
            Event(event.churned_on, f"Left: {event.get_reason_display().lower()}")
            for event in ChurnEvent.objects.filter(customer=customer, churned_on__range=within)
        ),
        *(
            Event(review.reviewed_at.date(), f"{review.get_review_type_display()} review")
            for review in BusinessReview.objects.filter(
                customer=customer, reviewed_at__date__range=within
            ).exclude(review_type="WEEKLY")
        ),
    ]


def _meetings(customer: Customer, first: date, last: date, most: int) -> list[Event]:
    """The newest meetings and events that took place."""
    held = Touchpoint.objects.filter(
        customer=customer, state=TouchpointState.HELD, kind__in=MET,
        happened_at__date__range=(first, last),
    ).order_by("-happened_at", "-id")[:most]  # fmt: skip
    return [
        Event(one.happened_at.date(), f"{one.get_kind_display()}: {one.subject}")
        for one in held
        if one.happened_at
    ]


def _by_day(events: list[Event]) -> list[Event]:
    """One event a day, the earliest first."""
    by_day: dict[date, str] = {}
    for event in events:
        by_day[event.day] = "; ".join(filter(None, (by_day.get(event.day), event.text)))
    return [Event(day, text) for day, text in sorted(by_day.items())]
