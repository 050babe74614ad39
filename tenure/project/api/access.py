"""Knowing the caller: one look-up of a token's hash, or the portal's session with its CSRF token."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user
from django.db import connection
from django.http import HttpRequest
from django.utils import timezone
from ninja.security import HttpBearer
from ninja.security.apikey import APIKeyCookie

from tenure.foundation.database.prepared import first_row
from tenure.foundation.refusals import Refusal
from tenure.foundation.rest import limits
from tenure.people.actions import digest_of
from tenure.people.callers import Caller
from tenure.people.models import Person
from tenure.programme.in_force import tiers
from tenure.programme.words import Tier

USE_IS_NOTED_EVERY = timedelta(minutes=1)
MOST_KEPT = 1_000
_known: dict[str, tuple[datetime, tuple[Caller, int]]] = {}
LOOK_UP = """
select t.id, t.name, t.may_write, t.areas, t.hourly_requests, t.last_used_at,
    p.id, p.email, p.name, p.role, c.tier
from people_apitoken t join people_person p on p.id = t.person_id
left join customers_stakeholder s on s.person_id = p.id
left join customers_customer c on c.id = s.customer_id
where t.digest = %s and t.revoked_at is null and p.is_active
    and (t.expires_at is null or t.expires_at > %s)
"""


class NotSignedIn(Refusal):
    status = 401


class Token(HttpBearer):
    """A token made by `tenure token create` or on the portal's page of tokens."""

    def authenticate(self, request: HttpRequest, token: str) -> Caller:
        at = timezone.now()
        caller, allowance = known_caller(token, at)
        request.standing = limits.take_one(caller.token_id, allowance, at)  # type: ignore
        return caller


def known_caller(token: str, at: datetime) -> tuple[Caller, int]:
    """Whom a token speaks for, and its allowance. Kept for a moment: a token that is revoked is
    refused everywhere within a second."""
    digest = digest_of(token)
    seen_at, known = _known.get(digest, (None, None))
    if known and seen_at and timedelta() <= at - seen_at < settings.TOKENS_ARE_KEPT:
        return known
    found = first_row(LOOK_UP, [digest, at])
    if found is None:
        raise NotSignedIn("This token is unknown, revoked or expired.")
    token_id, name, may_write, areas, hourly, used_at, *person, tier = found
    if used_at is None or at - used_at > USE_IS_NOTED_EVERY:
        note_use(token_id, at)
    speaks_for = Person(**dict(zip(("id", "email", "name", "role"), person, strict=True)))
    caller = Caller(speaks_for, token_id, name, may_write, frozenset(areas))
    if len(_known) >= MOST_KEPT:
        _known.clear()
    _known[digest] = at, (caller, allowance_of(hourly, tier))
    return _known[digest][1]


class Session(APIKeyCookie):
    """Somebody who is signed in to the portal. Changes need the portal's CSRF token as well."""

    param_name = settings.SESSION_COOKIE_NAME

    def _get_key(self, request: HttpRequest) -> str | None:
        return super()._get_key(request) if self.param_name in request.COOKIES else None

    def authenticate(self, request: HttpRequest, key: str | None) -> Caller | None:
        user = get_user(request) if key else None
        return Caller(user) if isinstance(user, Person) and user.is_active else None


def allowance_of(hourly: int | None, tier: str | None) -> int:
    """Requests an hour: what the token was given, what its customer's tier promises, or the team's."""
    if hourly is not None:
        return hourly
    return tiers().promise(Tier(tier)).requests_an_hour if tier else settings.TEAM_REQUESTS_AN_HOUR


def note_use(token_id: Any, at: datetime) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "update people_apitoken set last_used_at = %s where id = %s", [at, token_id]
        )  # fmt: skip
