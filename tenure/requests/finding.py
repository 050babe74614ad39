"""Looking up the request that somebody means, within what they may see and change."""

from typing import Any
from uuid import UUID

from django.http import Http404

from tenure.customers.finding import editable_customer
from tenure.customers.models import Stakeholder
from tenure.foundation.refusals import Invalid
from tenure.people.models import Person
from tenure.requests.models import Request
from tenure.usage.models import Feature


def visible_request(request_id: UUID, person: Person) -> Request:
    seen = Request.objects.visible_to(person).select_related(
        "customer__current_health", "customer__success_profile__csm", "stakeholder", "feature"
    )
    found: Request | None = seen.filter(id=request_id).first()
    if found is None:
        raise Http404("There is no such request.")
    return found


def editable_request(request_id: UUID, person: Person) -> Request:
    """A request of a customer of the own book: of another the refusal says so."""
    found = visible_request(request_id, person)
    editable_customer(found.customer_id, person)
    return found


def with_references(facts: dict[str, Any], customer_id: UUID) -> dict[str, Any]:
    """Facts with the stakeholder and the feature that they name; one that is not there is refused."""
    told = dict(facts)
    if id := told.pop("stakeholder_id", None):
        there = Stakeholder.objects.filter(id=id, customer=customer_id)
        told["stakeholder"] = _there(
            there.first(), "stakeholder_id", "names nobody of this customer"
        )
    elif "stakeholder_id" in facts:
        told["stakeholder"] = None
    if name := told.get("feature"):
        found = Feature.objects.filter(name=name).first()
        told["feature"] = _there(found, "feature", "is no feature that is known")
    return told


def _there[T](found: T | None, field: str, words: str) -> T:
    if found is None:
        raise Invalid(f"{field} {words}.", {field: words})
    return found
