"""Who agreed to speak for us, to what, when they were last asked, and until when they rest."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Q

from tenure.advocacy.models import Consent
from tenure.advocacy.queries import asks_of
from tenure.advocacy.rules import Rest, rest
from tenure.customers.models import Customer
from tenure.people.models import Person
from tenure.programme.in_force import programme

MOST = 500


@dataclass
class Advocate:
    customer: Customer
    contact: UUID | None
    name: str
    consents: list[Consent] = field(default_factory=list)
    asked_on: date | None = None
    rest: Rest | None = None


def advocates(person: Person, day: date) -> list[Advocate]:
    """By customer and name, the first five hundred consents; those that ended are left out."""
    seen = Customer.objects.visible_to(person).filter(status="ACTIVE")
    running = Consent.objects.filter(
        Q(until=None) | Q(until__gte=day), withdrawn_on=None, customer__in=seen
    ).select_related("customer__current_health", "customer__success_profile__csm", "contact")
    found: dict[tuple[UUID, UUID | None], Advocate] = {}
    for one in running.order_by("customer__name", "contact__name", "activity_type")[:MOST]:
        key = one.customer_id, one.contact_id
        name = one.contact.name if one.contact else ""
        found.setdefault(key, Advocate(one.customer, one.contact_id, name)).consents.append(one)
    _ask(list(found.values()), day)
    return list(found.values())


def _ask(found: list[Advocate], day: date) -> None:
    """When each was asked, and whether they rest."""
    limits = programme().advocacy.limits
    asks = asks_of(list({one.customer.id for one in found}))
    by_contact: dict[tuple[UUID, UUID | None], list[date]] = defaultdict(list)
    for customer, those in asks.items():
        for ask in those:
            if ask.asked_on:
                by_contact[customer, ask.contact].append(ask.asked_on)
    for one in found:
        one.asked_on = max(by_contact[one.customer.id, one.contact], default=None)
        one.rest = rest(asks.get(one.customer.id, []), one.contact, day, limits)
