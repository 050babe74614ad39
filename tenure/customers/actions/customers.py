"""Adding, changing, assigning and ending customers."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from tenure.customers.models import ChurnEvent, CurrentHealth, Customer, Lead, SuccessProfile
from tenure.customers.words import ChurnReason, CustomerStatus
from tenure.foundation.audit.at_once import Row, add_at_once, deed_at_once
from tenure.foundation.audit.trail import Author, deed, leave_no_trace, tell
from tenure.foundation.checking import refuse_changed, save
from tenure.foundation.ids import new_id
from tenure.foundation.new_rows import as_added, new_row, said_in_words
from tenure.foundation.refusals import Conflict, Invalid
from tenure.people.models import Person
from tenure.people.permissions import Permission
from tenure.programme.in_force import tiers


class AlreadyChurned(Conflict):
    pass


class HasNoBook(Invalid):
    """This person does not look after customers, or not any more."""


@deed_at_once("customer.created", "added {subject}")
def create_customer(
    *,
    fields: Mapping[str, Any],
    profile: Mapping[str, Any] | None = None,
    csm: Person | None = None,
    by: Author,
    at: datetime,
) -> Customer:
    """Add a customer, with its success profile and a place for its health.

    Without a tier, it follows from the contract's value, and has room for the profile's users.
    """
    _refuse_without_book(csm)
    key = new_id()
    given = {"contract_starts_on": at.date(), "customer_since": at} | dict(fields)
    if not given.get("tier"):
        given |= _tier_of(given.get("annual_contract_value"), (profile or {}).get("total_users"))
    refuse_unknown_lead(given)
    customer = new_row(Customer, given | {"id": key, "created_at": at})
    of_profile = {"id": new_id(), "customer_id": key, "csm_id": csm and csm.id}
    rows = (
        customer,
        new_row(SuccessProfile, of_profile | {"created_at": at} | dict(profile or {})),
        Row(CurrentHealth._meta.db_table, {"customer_id": key}),
    )
    with said_in_words(Customer, SuccessProfile):
        add_at_once("customer.created", rows, customer_id=key, by=by, at=at, subject=given["name"])
    return as_added(Customer, customer)


def refuse_unknown_lead(fields: Mapping[str, Any]) -> None:
    lead_id = fields.get("lead_id")
    if lead_id and not Lead.objects.filter(id=lead_id).exists():
        raise Invalid("There is no such lead.", {"lead_id": "is not known"})


@deed("customer.changed", "changed {subject}")
def change_customer(
    *,
    customer: Customer,
    changes: Mapping[str, Any],
    seen_at: datetime | None = None,
    by: Author,
    at: datetime,
) -> Customer:
    """Change facts of a customer. `seen_at` is its `updated_at` as the changer saw it: who changes
    something that somebody else changed meanwhile is told so, and nothing is overwritten."""
    customer = Customer.objects.select_for_update(no_key=True).get(id=customer.id)
    refuse_changed(customer, seen_at)
    differing = {name: new for name, new in changes.items() if getattr(customer, name) != new}
    refuse_unknown_lead(differing)
    for name, new in differing.items():
        setattr(customer, name, new)
    if "tier" in differing:
        customer.tier_follows_value = False
    if customer.status != CustomerStatus.CHURNED:
        customer.churned_on = None
    if differing:
        save(customer)
        tell(customer_id=customer.id, subject=customer.name)
    else:
        leave_no_trace()
    return customer


@deed("customer.assigned", "handed {subject} to {csm}")
def assign_customer(
    *, customer: Customer, csm: Person | None, by: Author, at: datetime
) -> SuccessProfile:
    """Put a customer into a CSM's book, or into nobody's."""
    profile = SuccessProfile.objects.select_for_update(no_key=True).get(customer=customer)
    if profile.csm_id == (csm.id if csm else None):
        leave_no_trace()
        return profile
    _refuse_without_book(csm)
    profile.csm = csm
    profile.save(update_fields=["csm", "updated_at"])
    tell(customer_id=customer.id, subject=customer.name, csm=csm.name if csm else "nobody")
    return profile


@deed("customer.churned", "marked {subject} as churned on {day}")
def end_customer(
    *,
    customer: Customer,
    churned_on: date,
    reason: ChurnReason,
    feedback: str = "",
    by: Author,
    at: datetime,
) -> ChurnEvent:
    """The customer left. Nothing is removed: it keeps its history and may return."""
    customer = Customer.objects.select_for_update(no_key=True).get(id=customer.id)
    if customer.is_churned:
        raise AlreadyChurned(f"{customer} is already marked as churned.")
    customer.status = CustomerStatus.CHURNED
    customer.churned_on = churned_on
    save(customer)
    tell(customer_id=customer.id, subject=customer.name, day=churned_on)
    return ChurnEvent.objects.create(
        customer=customer, churned_on=churned_on, reason=reason, feedback=feedback, created_at=at
    )


@deed("customer.contacted", "was in touch with {subject}")
def note_contact(*, customer: Customer, by: Author, at: datetime) -> None:
    """Somebody spoke or wrote with the customer."""
    tell(customer_id=customer.id, subject=customer.name)
    Customer.objects.filter(id=customer.id).update(last_contact_at=at)


def _refuse_without_book(csm: Person | None) -> None:
    if csm and not csm.may(Permission.CUSTOMERS_EDIT):
        words = f"{csm} does not look after customers."
        raise HasNoBook(words, {"csm": words})


def _tier_of(value: Decimal | None, users: int | None) -> dict[str, Any]:
    """The tier of a year's value. One below zero has none, and the table refuses it."""
    by_value = tiers().of_value(max(value or Decimal(0), Decimal(0)))
    return {"tier": tiers().within(by_value, [{"agents": users}]), "tier_follows_value": True}
