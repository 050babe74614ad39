"""What a touchpoint says about when we were last in contact with its customer."""

from datetime import datetime

from django.db.models import Max

from tenure.customers.models import Customer
from tenure.foundation.audit.trail import Author
from tenure.foundation.refusals import Invalid
from tenure.people.callers import Caller
from tenure.people.models import Person
from tenure.programme.words import TouchpointKind
from tenure.work.models import Touchpoint
from tenure.work.words import COUNTED, TouchpointState


def refuse_ahead(touchpoint: Touchpoint, at: datetime) -> None:
    if touchpoint.happened_at and touchpoint.happened_at > at:
        words = "It cannot have taken place in the future. Plan it instead."
        raise Invalid(words, {"happened_at": words})


def reached_at(touchpoint: Touchpoint) -> datetime | None:
    """When the customer was reached by it. A note reaches nobody."""
    return touchpoint.happened_at if touchpoint.kind in COUNTED else None


def note_reached(touchpoint: Touchpoint) -> None:
    """The last contact with the customer moves on."""
    if told := reached_at(touchpoint):
        customer = Customer.objects.filter(id=touchpoint.customer_id)
        customer.exclude(last_contact_at__gte=told).update(last_contact_at=told)


def correct_reached(touchpoint: Touchpoint, was: datetime | None) -> None:
    """What was the last contact took place earlier, or not at all: the newest of all stands now."""
    now = reached_at(touchpoint)
    if was and (now is None or now < was):
        held = Touchpoint.objects.filter(
            customer=touchpoint.customer_id, state=TouchpointState.HELD, kind__in=COUNTED
        )
        newest = held.aggregate(at=Max("happened_at"))["at"]
        customer = Customer.objects.filter(id=touchpoint.customer_id, last_contact_at=was)
        customer.update(last_contact_at=newest)
    note_reached(touchpoint)


def with_article(touchpoint: Touchpoint) -> str:
    """“a call”, “an e-mail”."""
    kind = TouchpointKind(touchpoint.kind).label.lower()
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def person_of(by: Author) -> Person | None:
    """The person who does it, also by a token; None for a machine."""
    if isinstance(by, Caller):
        return by.person
    return by if isinstance(by, Person) else None
