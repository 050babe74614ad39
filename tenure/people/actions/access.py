"""Giving and taking access, roles, passwords."""

from datetime import datetime
from uuid import UUID

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import Q

from tenure.foundation.audit.trail import Author, deed, tell
from tenure.foundation.checking import save
from tenure.foundation.ids import new_id
from tenure.foundation.refusals import Conflict, Invalid
from tenure.people.actions.sign_in import forget_failed_sign_ins
from tenure.people.models import ApiToken, Person
from tenure.people.roles import ROLE_BY_CODE, Administrator, Role


class AlreadyHere(Conflict):
    pass


class LastAdministrator(Conflict):
    pass


class UnknownPerson(Invalid):
    pass


@deed("person.added", "gave {subject} access as {role}")
def add_person(
    *,
    email: str,
    name: str,
    role: type[Role],
    password: str | None = None,
    id: UUID | None = None,
    by: Author,
    at: datetime,
) -> Person:
    """Give somebody access. Without a password they set one by the reset mail."""
    email = email.strip()
    person = Person(
        id=id or new_id(), email=email, name=name.strip() or name_from(email), role=role.code
    )
    _check(person, password)
    if Person.objects.filter(email__iexact=email).exists():
        raise AlreadyHere(f"{email} already has access.", {"email": "already has access"})
    person.set_password(password)
    save(person)
    tell(subject=person.name, role=role.title)
    return person


@deed("person.role_changed", "changed the role of {subject} from {before} to {role}")
def change_role(*, person: Person, role: type[Role], by: Author, at: datetime) -> None:
    person = _held(person, leaving=role is not Administrator)
    tell(subject=person.name, before=person.role_class.title, role=role.title)
    person.role = role.code
    person.save(update_fields=["role"])


@deed("person.deactivated", "took access from {subject}")
def deactivate_person(*, person: Person, by: Author, at: datetime) -> None:
    """End somebody's access at once; what they did stays signed with their name."""
    person = _held(person, leaving=True)
    tell(subject=person.name)
    person.is_active = False
    person.save(update_fields=["is_active"])
    ApiToken.objects.filter(person=person, revoked_at=None).update(revoked_at=at)


@deed("person.reactivated", "gave {subject} access again")
def reactivate_person(*, person: Person, by: Author, at: datetime) -> None:
    tell(subject=person.name)
    Person.objects.filter(id=person.id).update(is_active=True)


@deed("password.changed", "changed the password of {subject}")
def change_password(*, person: Person, password: str, by: Author, at: datetime) -> None:
    tell(subject=person.name)
    _check(person, password)
    person.set_password(password)
    person.save(update_fields=["password"])
    forget_failed_sign_ins(email=person.email)


def name_from(email: str) -> str:
    """A name to begin with: `ines.moreau@…` is Ines Moreau."""
    local = email.partition("@")[0]
    return " ".join(part.capitalize() for part in local.replace("_", ".").split(".") if part)


def role_named(code: str) -> type[Role]:
    try:
        return ROLE_BY_CODE[code]
    except KeyError:
        raise Invalid(f"There is no role “{code}”.", {"role": "does not exist"}) from None


def person_with(email: str) -> Person:
    try:
        return Person.objects.get(email__iexact=email.strip())
    except Person.DoesNotExist:
        raise UnknownPerson(f"Nobody here has the address {email}.", {"email": "unknown"}) from None


def _check(person: Person, password: str | None) -> None:
    """Refuse an address that is none and a password that is easy to guess, field by field."""
    try:
        validate_email(person.email)
    except ValidationError:
        raise Invalid(
            f"“{person.email}” is no e-mail address.", {"email": "is no address"}
        ) from None
    try:
        if password is not None:
            validate_password(password, person)
    except ValidationError as error:
        words = " ".join(error.messages)
        raise Invalid(words, {"password": words}) from None


def _held(person: Person, *, leaving: bool) -> Person:
    """The person, held until the deed is done, unless the last administrator would leave.

    All administrators are held too, in one order: of two who leave at once, one waits and stays.
    """
    held = Person.objects.filter(Q(id=person.id) | Q(role=Administrator.code, is_active=True))
    people = {one.id: one for one in held.order_by("id").select_for_update(no_key=True)}
    person = people.pop(person.id)
    if leaving and person.role == Administrator.code and not people:
        raise LastAdministrator(f"{person} is the last administrator; make another one first.")
    return person
