"""What happened to a customer that its health may have felt."""

from datetime import date

from tenure.customers.models import ChurnEvent, Customer
from tenure.customers.words import StakeholderRole
from tenure.health.plots import Event
from tenure.reviews.models import BusinessReview

MOST_EVENTS = 5
KEY_ROLES = (StakeholderRole.SPONSOR, StakeholderRole.CHAMPION)


def happenings(customer: Customer, first: date, last: date) -> list[Event]:
    """The newest things that happened while the line ran, oldest first."""
    within = (first, last)
    found = [
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
    by_day: dict[date, str] = {}
    for event in found:
        by_day[event.day] = "; ".join(filter(None, (by_day.get(event.day), event.text)))
    return [Event(day, text) for day, text in sorted(by_day.items())][-MOST_EVENTS:]
