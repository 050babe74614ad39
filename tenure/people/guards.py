"""Guards: the one way a page or an endpoint demands a permission."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from tenure.foundation.refusals import NotAllowed
from tenure.people.models import Person
from tenure.people.permissions import Permission


class PersonRequest(HttpRequest):
    """A request from somebody who is signed in."""

    user: Person


type Page[**P] = Callable[Concatenate[PersonRequest, P], HttpResponseBase]


def requires[**P](permission: Permission) -> Callable[[Page[P]], Callable[..., HttpResponseBase]]:
    """Let a page answer only people who have the permission."""

    def decorate(page: Page[P]) -> Callable[..., HttpResponseBase]:
        @wraps(page)
        def guarded(request: PersonRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if not request.user.may(permission):
                raise NotAllowed(
                    f"Your role ({request.user.role_class.title}) may not {permission}."
                )
            return page(request, *args, **kwargs)

        guarded.permission = permission  # type: ignore[attr-defined]
        return guarded

    return decorate
