"""Value that a customer got: the first of it is what time to value is measured by."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from tenure.customers import actions as customers
from tenure.customers.models import Customer, SuccessProfile
from tenure.foundation.audit.trail import Author, deed, tell
from tenure.foundation.checking import save
from tenure.foundation.refusals import Invalid
from tenure.onboarding.models import ValueEntry


@deed("value.recorded", "wrote down what {subject} achieved: {what}")
def record_value(
    *, customer: Customer, fields: Mapping[str, Any], by: Author, at: datetime
) -> ValueEntry:
    """Write down something measurable that the customer got. `fields`: what, achieved_on, and where
    known kind, amount, unit, confirmed_by, confirmed_on. Time to value counts from the start of the contract."""
    entry = ValueEntry(customer=customer, created_at=at, **fields)
    if entry.achieved_on > at.date():
        raise Invalid("It cannot lie ahead.", {"achieved_on": "lies ahead"})
    _refuse_early(entry.achieved_on, entry.confirmed_on, at)
    SuccessProfile.objects.select_for_update(no_key=True).get(customer=customer)
    save(entry)
    days = days_to_value(customer)
    customers.change_profile(customer=customer, changes={"time_to_value_days": days}, by=by, at=at)
    tell(customer_id=customer.id, subject=customer.name, what=entry.what)
    return entry


@deed("value.confirmed", "noted that {who} confirmed what {subject} achieved: {what}")
def confirm_value(
    *, entry: ValueEntry, confirmed_by: str, confirmed_on: date, by: Author, at: datetime
) -> ValueEntry:
    """Somebody at the customer says that it is so."""
    entry = (
        ValueEntry.objects.select_for_update(of=["self"], no_key=True)
        .select_related("customer")
        .get(id=entry.id)
    )
    if not confirmed_by.strip():
        raise Invalid("Say who confirmed it.", {"confirmed_by": "is needed"})
    _refuse_early(entry.achieved_on, confirmed_on, at)
    entry.confirmed_by, entry.confirmed_on = confirmed_by.strip(), confirmed_on
    save(entry)
    tell(customer_id=entry.customer_id, subject=entry.customer.name, what=entry.what,
         who=entry.confirmed_by)  # fmt: skip
    return entry


def _refuse_early(achieved_on: date, confirmed_on: date | None, at: datetime) -> None:
    if confirmed_on and not achieved_on <= confirmed_on <= at.date():
        words = "It is confirmed between the day it was achieved and today."
        raise Invalid(words, {"confirmed_on": words})


def first_value_on(customer: Customer) -> date | None:
    return (
        ValueEntry.objects.filter(customer=customer)
        .order_by("achieved_on")
        .values_list("achieved_on", flat=True)
        .first()
    )


def days_to_value(customer: Customer) -> int | None:
    """Days from the start of the contract to the first value; one from before it counts as 0."""
    first = first_value_on(customer)
    return None if first is None else max(0, (first - customer.contract_starts_on).days)
