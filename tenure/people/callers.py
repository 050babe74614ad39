"""Who calls the API, and the guards of its endpoints: a program's token may less than its person."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps
from typing import Annotated, Any, Concatenate, get_args, get_origin, get_type_hints
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from pydantic import BaseModel

from tenure.foundation.refusals import Invalid, NotAllowed
from tenure.people.models import Person
from tenure.people.permissions import Permission


class Area(StrEnum):
    """The parts of the API that a token may be confined to."""

    CUSTOMERS = "customers"
    HEALTH = "health"
    PLANS = "plans"
    REVIEWS = "reviews"
    ADVOCACY = "advocacy"
    ANALYTICS = "analytics"
    WORK = "work"
    REQUESTS = "requests"


@dataclass(frozen=True)
class Caller:
    """A person and, if it is a program that calls, the token that speaks for it."""

    person: Person
    token_id: UUID | None = None
    token_name: str = ""
    may_write: bool = True
    areas: frozenset[str] = frozenset()  # none means all

    @property
    def id(self) -> UUID:
        return self.person.id

    def __str__(self) -> str:
        return f"{self.person} by token “{self.token_name}”" if self.token_id else str(self.person)


class ApiRequest(HttpRequest):
    """A request whose caller is known."""

    auth: Caller


type Endpoint[**P] = Callable[Concatenate[ApiRequest, P], HttpResponse]


def refuse_strangers(request: ApiRequest) -> None:
    """Of figures over all customers: a customer's own contact sees none."""
    if not request.auth.person.may(Permission.CUSTOMERS_VIEW):
        raise NotAllowed(f"Your role may not {Permission.CUSTOMERS_VIEW}.")


def reads[**P](area: Area) -> Callable[[Endpoint[P]], Callable[..., HttpResponse]]:
    """Let an endpoint answer callers whose token covers the area. What they see is scoped below."""
    return _guarded(area, None)


def writes[**P](
    area: Area, permission: Permission = Permission.CUSTOMERS_EDIT
) -> Callable[[Endpoint[P]], Callable[..., HttpResponse]]:
    """Let an endpoint answer callers who have the permission, by a token that may write."""
    return _guarded(area, permission)


def _guarded[**P](
    area: Area, permission: Permission | None
) -> Callable[[Endpoint[P]], Callable[..., HttpResponse]]:
    def decorate(endpoint: Endpoint[P]) -> Callable[..., HttpResponse]:
        known = parameters_of(endpoint)

        @wraps(endpoint)
        def guarded(request: Any, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            caller: Caller = request.auth
            if caller.areas and area not in caller.areas:
                raise NotAllowed(f"This token does not cover {area}.")
            if permission and not caller.may_write:
                raise NotAllowed("This token may only read.")
            if permission and not caller.person.may(permission):
                title = caller.person.role_class.title
                raise NotAllowed(f"Your role ({title}) may not {permission}.")
            refuse_unknown(request.GET, known)
            return endpoint(request, *args, **kwargs)

        guarded.area = area  # type: ignore[attr-defined]
        guarded.permission = permission  # type: ignore[attr-defined]
        return guarded

    return decorate


def parameters_of(endpoint: Callable[..., Any]) -> frozenset[str]:
    """The names that may stand in the query of an endpoint's address."""
    names: set[str] = set()
    for name, kind in get_type_hints(endpoint, include_extras=True).items():
        filters = get_args(kind)[0] if get_origin(kind) is Annotated else kind
        if not (isinstance(filters, type) and issubclass(filters, BaseModel)):
            names.add(name)
        elif filters is not kind:  # Query[…]; a body stands there as it is
            names |= {field.alias or name for name, field in filters.model_fields.items()}
    return frozenset(names - {"request", "return"})


def refuse_unknown(query: Iterable[str], known: frozenset[str]) -> None:
    """A filter that is misspelt would be a filter that is left out."""
    errors = {name: "is not a parameter of this route" for name in query if name not in known}
    if errors:
        name, words = next(iter(errors.items()))
        raise Invalid(f"{name} {words}.", errors)
