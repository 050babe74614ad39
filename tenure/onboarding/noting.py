"""What an onboarding changes at its customer: the status, and what the success profile says of it."""

from datetime import datetime

from tenure.customers import actions as customers
from tenure.customers.models import Customer
from tenure.customers.words import CustomerStatus
from tenure.foundation.audit.trail import Author


def note(customer: Customer, by: Author, at: datetime, **changes: object) -> None:
    customers.change_profile(customer=customer, changes=changes, by=by, at=at)


def move(customer: Customer, status: CustomerStatus, by: Author, at: datetime) -> None:
    customers.change_customer(customer=customer, changes={"status": status}, by=by, at=at)
