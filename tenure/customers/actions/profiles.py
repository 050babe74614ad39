"""Changing what the success profile says, and the map of people."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from tenure.customers.models import Customer, Stakeholder, SuccessProfile
from tenure.customers.words import StakeholderRole
from tenure.foundation.audit.trail import Author, deed, tell
from tenure.foundation.checking import refuse_changed, save
from tenure.foundation.ids import new_id


@deed("profile.changed", "changed the success profile of {subject}")
def change_profile(
    *,
    customer: Customer,
    changes: Mapping[str, Any],
    seen_at: datetime | None = None,
    by: Author,
    at: datetime,
) -> SuccessProfile:
    """Change what the success profile says. `seen_at`: as in `change_customer`."""
    profile = SuccessProfile.objects.select_for_update(no_key=True).get(customer=customer)
    refuse_changed(profile, seen_at)
    for name, new in changes.items():
        setattr(profile, name, new)
    save(profile)
    tell(customer_id=customer.id, subject=customer.name)
    return profile


@deed("stakeholder.added", "added {subject} to the people at {customer}")
def add_stakeholder(
    *,
    customer: Customer,
    name: str,
    role: StakeholderRole,
    title: str = "",
    email: str = "",
    arrived_on: date | None = None,
    id: UUID | None = None,
    by: Author,
    at: datetime,
) -> Stakeholder:
    stakeholder = Stakeholder(
        id=id or new_id(), customer=customer, name=name, role=role, title=title, email=email, arrived_on=arrived_on,
        created_at=at,
    )  # fmt: skip
    save(stakeholder)
    tell(customer_id=customer.id, subject=name, customer=customer.name)
    return stakeholder


@deed("stakeholder.left", "noted that {subject} left {customer}")
def note_departure(
    *, stakeholder: Stakeholder, left_on: date, by: Author, at: datetime
) -> Stakeholder:
    """Somebody left the customer. The map keeps them, crossed out."""
    stakeholder = Stakeholder.objects.select_for_update(no_key=True).get(id=stakeholder.id)
    stakeholder.left_on = left_on
    save(stakeholder)
    customer = stakeholder.customer
    tell(customer_id=customer.id, subject=stakeholder.name, customer=customer.name)
    return stakeholder
