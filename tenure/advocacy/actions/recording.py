"""Writing a favour down, and changing what is known of it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from tenure.advocacy.models import AdvocacyActivity, AdvocacyStatus, AdvocacyType
from tenure.customers.models import Customer, Stakeholder
from tenure.foundation.audit.trail import Author, deed, tell
from tenure.foundation.checking import refuse_changed, save
from tenure.foundation.refusals import Invalid


@deed("advocacy.changed", "changed “{activity}” with {subject}")
def change_activity(
    *,
    activity: AdvocacyActivity,
    changes: Mapping[str, Any],
    seen_at: datetime | None = None,
    by: Author,
    at: datetime,
) -> AdvocacyActivity:
    """Change what is known of a favour."""
    activity = AdvocacyActivity.objects.select_for_update(of=["self"], no_key=True).get(
        id=activity.id
    )
    refuse_changed(activity, seen_at)
    differing = {name: new for name, new in changes.items() if getattr(activity, name) != new}
    for name, new in differing.items():
        setattr(activity, name, new)
    if "happens_on" not in changes:
        _end_today(activity, at)
    _ask_today(activity, at)
    if differing:
        save(activity)
    customer = activity.customer
    tell(customer_id=customer.id, subject=customer.name, activity=activity.title)
    return activity


@deed("advocacy.recorded", "recorded “{activity}” with {subject}")
def record_activity(
    *,
    customer: Customer,
    activity_type: AdvocacyType,
    title: str,
    status: AdvocacyStatus,
    happens_on: date | None = None,
    contact_person: str = "",
    outcome: str = "",
    facts: Mapping[str, Any] | None = None,
    by: Author,
    at: datetime,
) -> AdvocacyActivity:
    """Write down a favour that the customer does, was asked for, or declined. `facts` are its other
    fields."""
    activity = AdvocacyActivity(
        customer=customer, activity_type=activity_type, title=title, status=status,
        happens_on=happens_on, created_at=at,
        **({"contact_person": contact_person, "outcome": outcome} | dict(facts or {})),
    )  # fmt: skip
    _end_today(activity, at)
    _ask_today(activity, at)
    of_the_customer(activity.contact, customer.id)
    save(activity)
    tell(customer_id=customer.id, subject=customer.name, activity=title)
    return activity


def of_the_customer(contact: Stakeholder | None, customer_id: UUID) -> None:
    """Refuse somebody of another customer."""
    if contact is not None and contact.customer_id != customer_id:
        words = "Choose somebody of this customer."
        raise Invalid(words, {"contact": words})


def _ask_today(activity: AdvocacyActivity, at: datetime) -> None:
    """What is written down as requested was asked for today, unless it was before."""
    if activity.status == AdvocacyStatus.REQUESTED and activity.asked_on is None:
        activity.asked_on = at.date()


def _end_today(activity: AdvocacyActivity, at: datetime) -> None:
    """What ended without a day, ended today."""
    if activity.has_ended and activity.happens_on is None:
        activity.happens_on = at.date()
