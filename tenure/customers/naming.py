"""The people that a profile names: by id, or by name and e-mail, and added when they are new."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tenure.customers.actions.profiles import add_stakeholder
from tenure.customers.models import Customer, Stakeholder
from tenure.customers.words import StakeholderRole
from tenure.foundation.refusals import Invalid, NotAllowed
from tenure.people.actions import add_person
from tenure.people.callers import Caller
from tenure.people.models import Person
from tenure.people.permissions import Permission
from tenure.people.roles import CSM

CONTACTS = {
    "executive_sponsor": StakeholderRole.SPONSOR,
    "technical_contact": StakeholderRole.TECHNICAL,
}


def people_in(
    told: Mapping[str, Any], customer: Customer, caller: Caller, at: datetime
) -> dict[str, Any]:
    """The changes that a profile was told, with people in place of their ids, names and addresses."""
    changes = dict(told)
    if named := _taken_out(changes, "csm"):
        changes["csm"] = _csm(named, customer, caller, at)
    for part, role in CONTACTS.items():
        if named := _taken_out(changes, part):
            changes[part] = _contact(part, named, customer, role, caller, at)
    return changes


def _taken_out(changes: dict[str, Any], part: str) -> dict[str, Any]:
    names = ("id", "name", "email")
    return {n: changes.pop(f"{part}_{n}") for n in names if f"{part}_{n}" in changes}


def _csm(named: dict[str, Any], customer: Customer, caller: Caller, at: datetime) -> Person | None:
    csm = _person(named)
    same = customer.success_profile.csm_id == (csm.id if csm else named.get("id"))
    if not same and not caller.person.may(Permission.CUSTOMERS_ASSIGN):
        raise NotAllowed(
            f"Your role may not {Permission.CUSTOMERS_ASSIGN}.", {"csmId": "may not be changed"}
        )
    if csm or not any(named.values()):
        return csm
    if not (named.get("email") and caller.person.may(Permission.PEOPLE_EDIT)):
        words = "is not known here; an administrator can add them, by csmName and csmEmail"
        raise Invalid(f"This CSM {words}.", {"csmId": words})
    return add_person(
        email=named["email"], name=named.get("name") or "", role=CSM, id=named.get("id"),
        by=caller, at=at,
    )  # fmt: skip


def _person(named: dict[str, Any]) -> Person | None:
    known = Person.objects.none()
    if person_id := named.get("id"):
        known = Person.objects.filter(id=person_id)
    elif email := named.get("email"):
        known = Person.objects.filter(email__iexact=email)
    found = known.first()
    if found and not Person.objects.csms().filter(id=found.id).exists():
        words = "has no book of customers"
        raise Invalid(f"{found} {words}.", {"csmId": words})
    return found


def _contact(
    part: str,
    named: dict[str, Any],
    customer: Customer,
    role: StakeholderRole,
    caller: Caller,
    at: datetime,
) -> Stakeholder | None:
    if not any(named.values()):
        return None
    people = Stakeholder.objects.filter(customer=customer)
    if stakeholder_id := named.get("id"):
        found = people.filter(id=stakeholder_id).first()
    elif email := named.get("email"):
        found = people.filter(email__iexact=email).first()
    else:
        found = people.filter(name=named["name"]).first()
    if found:
        return found
    if not named.get("name"):
        field = f"{part}_id"
        raise Invalid("Nobody at this customer is known by that.", {field: "is not known here"})
    return add_stakeholder(
        customer=customer, name=named["name"], email=named.get("email") or "", role=role,
        id=named.get("id"), by=caller, at=at,
    )  # fmt: skip
