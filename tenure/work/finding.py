"""Looking up the task or touchpoint that a request is about, within what the caller may see and change."""

from typing import Any
from uuid import UUID

from django.http import Http404

from tenure.customers.finding import editable_customer
from tenure.foundation.refusals import Invalid, NotAllowed
from tenure.people.models import Person
from tenure.work.models import Task, Touchpoint


def visible_task(task_id: UUID, person: Person) -> Task:
    found = Task.objects.visible_to(person).filter(id=task_id).first()
    if found is None:
        raise Http404("There is no such task.")
    assert isinstance(found, Task)
    return found


def editable_task(task_id: UUID, person: Person) -> Task:
    """A task of the own or about a customer of the own book: of another the refusal says so."""
    found = visible_task(task_id, person)
    if not Task.objects.editable_by(person).filter(id=task_id).exists():
        raise NotAllowed(f"“{found}” is neither yours nor about a customer in your book.")
    return found


def editable_touchpoint(touchpoint_id: UUID, person: Person) -> Touchpoint:
    seen = Touchpoint.objects.visible_to(person)
    found = seen.filter(id=touchpoint_id).first()
    if found is None:
        raise Http404("There is no such touchpoint.")
    assert isinstance(found, Touchpoint)
    editable_customer(found.customer_id, person)
    return found


def with_owner(facts: dict[str, Any]) -> dict[str, Any]:
    """Facts with the owner, where they name one by id; one that is not there is refused."""
    if "owner_id" not in facts:
        return facts
    told = facts.pop("owner_id")
    owner = Person.objects.csms().filter(id=told).first() if told else None
    if told and owner is None:
        raise Invalid(
            "ownerId names nobody who looks after customers.",
            {"owner_id": "names nobody who looks after customers"},
        )
    return facts | {"owner": owner}
