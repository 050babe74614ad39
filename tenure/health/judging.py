"""What people who know a customer say about its health: pulses, given and taken back."""

from datetime import date, datetime, timedelta

from tenure.customers.models import Customer
from tenure.foundation.audit.trail import Author, deed, tell
from tenure.foundation.checking import save
from tenure.foundation.refusals import Conflict, Invalid
from tenure.health.models import Pulse
from tenure.health.words import PULSE_DAYS

LONGEST_DAYS = 365


class HasLeft(Conflict):
    """The customer left; what is felt or said about its health changes nothing any more."""


class WrongDay(Invalid):
    """The day is one that this cannot have."""


class AlreadyWithdrawn(Conflict):
    """Somebody took the pulse back already."""


@deed("pulse.recorded", "gave a pulse of {subject}: {rating}")
def give_pulse(
    *,
    customer: Customer,
    rating: int,
    reason: str,
    expires_on: date | None = None,
    by: Author,
    at: datetime,
) -> Pulse:
    """Say how somebody who knows the customer feels about it. The newest pulse is the one that counts."""
    refuse_churned(customer)
    latest = at.date() + timedelta(days=LONGEST_DAYS)
    expires_on = expires_on or at.date() + timedelta(days=PULSE_DAYS)
    if not at.date() < expires_on <= latest:
        words = f"A pulse expires after today, and by {latest:%-d %B %Y}."
        raise WrongDay(words, {"expires_on": words})
    pulse = Pulse(
        customer=customer,
        rating=rating,
        reason=reason.strip(),
        given_by=str(by),
        given_at=at,
        expires_on=expires_on,
    )
    save(pulse)
    tell(customer_id=customer.id, subject=customer.name, rating=pulse.words.lower())
    return pulse


@deed("pulse.retracted", "took back a pulse of {subject}: {rating}")
def withdraw_pulse(*, pulse: Pulse, by: Author, at: datetime) -> Pulse:
    """Take a pulse back: it counts no more, and stays to be read."""
    pulse = Pulse.objects.select_for_update(no_key=True).get(id=pulse.id)
    if pulse.withdrawn_at is not None:
        raise AlreadyWithdrawn(f"{pulse.withdrawn_by} took this pulse back already.")
    pulse.withdrawn_at, pulse.withdrawn_by = at, str(by)
    save(pulse)
    tell(customer_id=pulse.customer_id, subject=pulse.customer.name, rating=pulse.words.lower())
    return pulse


def refuse_churned(customer: Customer) -> None:
    if customer.is_churned:
        raise HasLeft(f"{customer} has left: its health is what it was.")
