"""Many customers at once: each is added or changed by its external id, and each is answered."""

from datetime import datetime
from typing import Any

from django.db import transaction
from pydantic import ValidationError

from tenure.customers import actions
from tenure.customers.models import Customer
from tenure.customers.schemas import CustomerChanges, NewCustomer
from tenure.foundation.checking import cleared
from tenure.foundation.refusals import NotAllowed, Refusal
from tenure.foundation.rest.problems import one_line
from tenure.foundation.rest.wire import on_the_wire
from tenure.people.callers import Caller
from tenure.people.roles import CSM


def upsert(items: list[dict[str, Any]], caller: Caller, at: datetime) -> list[dict[str, Any]]:
    """An answer for each item, in their order. What is wrong with one does not stop the others."""
    return [_answer(number, item, caller, at) for number, item in enumerate(items)]


def _answer(number: int, item: dict[str, Any], caller: Caller, at: datetime) -> dict[str, Any]:
    told = {"index": number, "externalId": item.get("externalId")}
    try:
        with transaction.atomic():
            customer, outcome = _upsert_one(item, caller, at)
    except ValidationError as error:
        troubles = [(".".join(map(str, part["loc"])), part["msg"]) for part in error.errors()]
        return told | _refused(422, one_line(troubles), troubles)
    except Refusal as refusal:
        troubles = [(on_the_wire(name), words) for name, words in refusal.fields.items()]
        return told | _refused(refusal.status, refusal.message, troubles)
    return told | {"outcome": outcome, "id": str(customer.id), "status": 200, "errors": []}


def _upsert_one(item: dict[str, Any], caller: Caller, at: datetime) -> tuple[Customer, str]:
    external_id = item.get("externalId")
    known = Customer.objects.filter(external_id=external_id).first() if external_id else None
    if known is None:
        body = NewCustomer.model_validate(item)
        customer = actions.create_customer(
            fields={"tier": "SMALL_BUSINESS"} | cleared(Customer, body.given),
            csm=caller.person if caller.person.role == CSM.code else None,
            by=caller,
            at=at,
        )
        return customer, "created"
    if not Customer.objects.editable_by(caller.person).filter(id=known.id).exists():
        raise NotAllowed(f"{known} is not in your book.")
    changes = cleared(Customer, CustomerChanges.model_validate(item).given)
    if all(getattr(known, name) == new for name, new in changes.items()):
        return known, "unchanged"
    return actions.change_customer(customer=known, changes=changes, by=caller, at=at), "changed"


def _refused(status: int, words: str, troubles: list[tuple[str, str]]) -> dict[str, Any]:
    errors = [{"field": field, "message": message} for field, message in troubles]
    return {"outcome": "refused", "id": None, "status": status, "error": words, "errors": errors}
