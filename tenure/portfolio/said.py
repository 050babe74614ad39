"""What people and other systems say of a customer's health, as its page shows it."""

from datetime import datetime
from typing import Any

from tenure.customers.models import Customer
from tenure.health.explanation import Snapshot
from tenure.health.models import Override, Pulse, ReportedReading
from tenure.health.said import reported_by


def said_of(customer: Customer, at: datetime, now: Snapshot | None) -> dict[str, Any]:
    """The pulse, the score set by hand, and which of the measures were reported."""
    pulse = Pulse.objects.newest_of(customer.id)
    return {
        "pulse": pulse,
        "is_stale": pulse is not None and pulse.is_stale(at),
        "has_expired": pulse is not None and pulse.has_expired(at.date()),
        "override": override_of(customer, at),
        "reported": reported_in(customer, now) if now else {},
    }


def override_of(customer: Customer, at: datetime) -> Override | None:
    """The score set by hand that holds; only who has one is asked about it."""
    if not customer.current_health.is_overridden:
        return None
    return Override.objects.running(at).filter(customer=customer).first()


def reported_in(customer: Customer, now: Snapshot) -> dict[str, ReportedReading]:
    """By code the measures of a score that were reported, and not computed."""
    measured = dict(zip((measure.code for measure in now.card.measures), now.measured, strict=True))
    counting = reported_by(customer.id, now.day)
    return {code: row for code, row in counting.items() if measured.get(code) == row.value}
