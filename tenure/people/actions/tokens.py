"""Making and revoking API tokens."""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime

from tenure.foundation.audit.trail import Author, deed, tell
from tenure.foundation.checking import save
from tenure.foundation.refusals import Invalid
from tenure.people.models import ApiToken, Person

TOKEN_PREFIX = "tnr_"


@deed("token.created", "made the API token “{token}” for {subject}")
def create_token(
    *,
    person: Person,
    name: str,
    expires_at: datetime | None = None,
    may_write: bool = True,
    areas: Sequence[str] = (),
    hourly_requests: int | None = None,
    by: Author,
    at: datetime,
) -> str:
    """Make a token and answer it; this is the only time anybody sees it.

    `areas` confines it to parts of the API, `hourly_requests` is an allowance of its own.
    """
    if not person.is_active:
        raise Invalid(f"{person} has no access any more.", {"email": "has no access any more"})
    token = TOKEN_PREFIX + secrets.token_urlsafe(32)
    tell(subject=person.name, token=name)
    hint = token[: len(TOKEN_PREFIX) + 4]
    kept = ApiToken(
        person=person, name=name, digest=digest_of(token), hint=hint, may_write=may_write,
        areas=sorted(areas), hourly_requests=hourly_requests, created_at=at, expires_at=expires_at,
    )  # fmt: skip
    save(kept)
    return token


@deed("token.revoked", "revoked the API token “{token}” of {subject}")
def revoke_token(*, token: ApiToken, by: Author, at: datetime) -> None:
    tell(subject=token.person.name, token=token.name)
    ApiToken.objects.filter(id=token.id, revoked_at=None).update(revoked_at=at)


def digest_of(token: str) -> str:
    """What is kept of a token. It is random and long, so a fast hash is enough."""
    return hashlib.sha256(token.encode()).hexdigest()
