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
    known amount, unit, confirmed_by. Time to value counts from the start of the contract."""
    entry = ValueEntry(customer=customer, created_at=at, **fields)
    if entry.achieved_on > at.date():
        raise Invalid("It cannot lie ahead.", {"achieved_on": "lies ahead"})
    SuccessProfile.objects.select_for_update(no_key=True).get(customer=customer)
    save(entry)
    days = days_to_value(customer)
    customers.change_profile(customer=customer, changes={"time_to_value_days": days}, by=by, at=at)
    tell(customer_id=customer.id, subject=customer.name, what=entry.what)
    return entry


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
