"""Versions of what is read: whoever changes something says which version the change is meant for."""

import re
from datetime import UTC, datetime, timedelta

from django.http import HttpRequest

from tenure.foundation.refusals import Invalid, Refusal

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
WRITTEN = re.compile('"[0-9a-f]{1,14}"')


class ChangedSince(Refusal):
    """The precondition of a change does not hold any more."""

    status = 412


def version_of(changed_at: datetime) -> str:
    """The ETag of something last changed at an instant (it holds to the microsecond)."""
    return f'"{(changed_at - EPOCH) // timedelta(microseconds=1):x}"'


def seen_at(request: HttpRequest) -> datetime | None:
    """When what the caller saw was last changed, if it says so by If-Match; None for no condition."""
    told = request.headers.get("If-Match")
    if told is None or told == "*":
        return None
    if not WRITTEN.fullmatch(told):
        words = "is an ETag as we gave it out"
        raise Invalid(f"If-Match {words}.", {"If-Match": words})
    return EPOCH + timedelta(microseconds=int(told.strip('"'), 16))
