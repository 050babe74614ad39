"""Doing a thing once, however often it is asked for: the Idempotency-Key of a POST.

The key's row and the deed share a transaction. A second request with the key waits at the unique
index until the first is through: then it answers what the first answered, or, when the first was
refused or crashed half-way, does the deed itself.
"""

import hashlib
import re
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse

from tenure.foundation.refusals import Conflict, Invalid
from tenure.foundation.rest.answers import JSON

LONGEST_KEY = 255
WRITTEN = re.compile(rf"[!-~]{{1,{LONGEST_KEY}}}")
TAKE = """
insert into rest_answered (person_id, key, fingerprint, at) values (%s, %s, %s, now())
on conflict do nothing returning id
"""
FIRST = (
    "select fingerprint, status, body, version from rest_answered where person_id = %s and key = %s"
)
KEEP = "update rest_answered set status = %s, body = %s, version = %s where id = %s"


class OtherRequest(Conflict):
    """The key was used for something else."""


def once[**P](view: Callable[P, HttpResponse]) -> Callable[P, HttpResponse]:
    """Let an endpoint answer a repeated request with the first answer."""

    @wraps(view)
    def answered(*args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        request: Any = args[0]
        key = request.headers.get("Idempotency-Key")
        if key is None:
            return view(*args, **kwargs)
        if not WRITTEN.fullmatch(key):
            words = f"has 1 to {LONGEST_KEY} printable characters and no blanks"
            raise Invalid(f"Idempotency-Key {words}.", {"Idempotency-Key": words})
        with transaction.atomic():
            number = _taken(request, key)
            if number is None:
                return _first_answer(request, key)
            response = view(*args, **kwargs)
            _keep(number, response)
        return response

    return answered


def _taken(request: Any, key: str) -> int | None:
    """The number of a new key's row; None for a key that was used. Waits for one in use."""
    with connection.cursor() as cursor:
        cursor.execute(TAKE, [request.auth.person.id, key, fingerprint_of(request)])
        found = cursor.fetchone()
    return found[0] if found else None


def _keep(number: int, response: HttpResponse) -> None:
    told: list[Any] = [response.status_code, response.content, response.get("ETag", ""), number]
    with connection.cursor() as cursor:
        cursor.execute(KEEP, told)


def _first_answer(request: Any, key: str) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute(FIRST, [request.auth.person.id, key])
        before, status, body, version = cursor.fetchone()
    if before != fingerprint_of(request):
        raise OtherRequest("This Idempotency-Key was used for another request.")
    response = HttpResponse(bytes(body), JSON, status)
    response["Idempotent-Replayed"] = "true"
    if version:
        response["ETag"] = version
    return response


def fingerprint_of(request: HttpRequest) -> str:
    told = f"{request.method} {request.get_full_path()}\n".encode() + request.body
    return hashlib.sha256(told).hexdigest()
