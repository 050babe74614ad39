"""Looking up the customer that a request is about, within what the caller may see and change."""

from uuid import UUID

from django.http import Http404

from tenure.customers.models import Customer
from tenure.foundation.refusals import NotAllowed
from tenure.people.models import Person


def visible_customer(customer_id: UUID, person: Person) -> Customer:
    found = Customer.objects.visible_to(person).filter(id=customer_id).first()
    if found is None:
        raise Http404("There is no such customer.")
    return found


def editable_customer(customer_id: UUID, person: Person) -> Customer:
    """A customer the person may change: of one that is seen but not changed, the refusal says so."""
    found = visible_customer(customer_id, person)
    if not Customer.objects.editable_by(person).filter(id=customer_id).exists():
        raise NotAllowed(f"{found} is not in your book.")
    return found
