"""Reading a request's body: JSON in UTF-8 of at most 1 MiB, an object, nothing else."""

from typing import Any

import msgspec
from django.http import HttpRequest
from ninja.parser import Parser

from tenure.foundation.refusals import Refusal

MOST_BYTES = 1024 * 1024
DEEPEST = 100


class NoJson(Refusal):
    """The body cannot be read at all."""


class NotJson(Refusal):
    status = 415


class TooLarge(Refusal):
    status = 413


class StrictParser(Parser):
    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        return read_object(request)


def read_object(request: HttpRequest) -> dict[str, Any]:
    kind = request.content_type or ""
    if kind != "application/json" and not kind.endswith("+json"):
        raise NotJson("Send the body as JSON, with the header Content-Type: application/json.")
    try:
        found = msgspec.json.decode(request.body)
    except RecursionError:
        raise NoJson("The body is nested too deeply.") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise NoJson(f"The body is no JSON in UTF-8: {error}.") from None
    if not isinstance(found, dict):
        raise NoJson("The body must be a JSON object.")
    if b"\\u0000" in request.body or has_deep_parts(found):
        check_values(found)
    return found


def has_deep_parts(found: dict[str, Any]) -> bool:
    """Whether a value is a list or an object: only these may hide what the schema does not see."""
    return any(isinstance(value, dict | list) for value in found.values())


def check_values(found: Any, depth: int = 0) -> None:
    """Refuse what the tables cannot hold: the character NUL, numbers without end, great depth."""
    if depth > DEEPEST:
        raise NoJson(f"The body is nested more than {DEEPEST} levels deep.")
    if isinstance(found, dict):
        for name, value in found.items():
            check_values(name, depth + 1)
            check_values(value, depth + 1)
    elif isinstance(found, list):
        for value in found:
            check_values(value, depth + 1)
    elif isinstance(found, str) and "\x00" in found:
        raise NoJson("A text contains the character NUL, which cannot be stored.")
    elif isinstance(found, int) and found.bit_length() > 1024:
        raise NoJson("A number is too large.")
