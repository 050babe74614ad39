"""Saying no on the wire: RFC 9457's problem+json, with the two members that older clients read."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

import msgspec
from django.http import HttpResponse
from pydantic import BaseModel

from tenure.foundation.refusals import Refusal
from tenure.foundation.rest.wire import on_the_wire

PROBLEM = "application/problem+json"


class FieldTrouble(BaseModel):
    field: str
    message: str


class Problem(BaseModel):
    """What was wrong, for programs and for people."""

    success: bool = False
    error: str
    type: str = "about:blank"
    title: str
    status: int
    detail: str
    instance: str
    errors: list[FieldTrouble] = []


def problem(
    status: int, words: str, *, instance: str, errors: Sequence[tuple[str, str]] = ()
) -> HttpResponse:
    """`errors` are pairs of a field's name on the wire and what is the matter with it."""
    said: dict[str, Any] = {
        "success": False,
        "error": words,
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": words,
        "instance": instance,
        "errors": [{"field": field, "message": message} for field, message in errors],
    }
    return HttpResponse(msgspec.json.encode(said), PROBLEM, status)


def refused(refusal: Refusal, instance: str) -> HttpResponse:
    errors = [(on_the_wire(field), words) for field, words in refusal.fields.items()]
    return problem(refusal.status, refusal.message, instance=instance, errors=errors)


def one_line(errors: Sequence[tuple[str, str]]) -> str:
    """All troubles in one readable line."""
    said = [f"{field}: {message}" if field else message for field, message in errors]
    return "; ".join(said[:5]) + (f"; and {len(said) - 5} more" if len(said) > 5 else "")
