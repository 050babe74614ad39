"""The versions of the scorecard: which one is in force, and how one gets there."""

from datetime import datetime
from functools import lru_cache
from typing import Any

import msgspec
from django.db import connection, transaction
from django.db.models import Max

from tenure.foundation.audit.trail import Author, deed, tell
from tenure.foundation.refusals import Conflict, Invalid
from tenure.health.checking import check
from tenure.health.models import Scorecard, ScorecardInForce
from tenure.programme import scorecard as cards
from tenure.programme.in_force import scorecard as programme_card

FILE, IN_FORCE = "file", "in-force"
ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtext('health_scorecard'))"


class AlreadySaved(Conflict):
    """The same scorecard is a version already."""


class AlreadyInForce(Conflict):
    """Nothing would change."""


class NoSuchVersion(Invalid):
    """There is no scorecard of this name."""


def in_force() -> cards.Scorecard:
    """The scorecard that scores are computed by from now on. One question of two columns."""
    version = (
        ScorecardInForce.objects.order_by("-id").values_list("scorecard__version", flat=True)
    ).first()
    return card_with(version) if version else programme_card()


@transaction.atomic
def row_in_force() -> Scorecard:
    """The version that is in force. The programme's own becomes one when it is first used."""
    newest = ScorecardInForce.objects.select_related("scorecard").order_by("-id").first()
    if newest is not None:
        return newest.scorecard
    card = programme_card()
    found = Scorecard.objects.filter(version=card.version).first()
    return found or _add(card, note="As it comes with Tenure", by="Tenure")


@lru_cache(maxsize=64)
def card_with(version: str) -> cards.Scorecard:
    """A version's scorecard; the hash says all of it, so that it never grows old."""
    return card_of(Scorecard.objects.values_list("definition", flat=True).get(version=version))


def card_of(definition: Any) -> cards.Scorecard:
    return msgspec.convert(definition, cards.Scorecard)


def plain_values(card: cards.Scorecard) -> dict[str, Any]:
    """As `definition` columns keep it, and `card_of` reads it."""
    told: dict[str, Any] = msgspec.to_builtins(card, str_keys=True)
    return told


def card_named(name: str) -> cards.Scorecard:
    """By a version's number, `in-force`, or `file`: what comes with Tenure."""
    if name == FILE:
        return programme_card()
    if name == IN_FORCE:
        return in_force()
    return card_of(row_named(name).definition)


def row_named(name: str) -> Scorecard:
    is_number = name.isascii() and name.isdecimal() and len(name) < 5
    row = Scorecard.objects.filter(number=int(name)).first() if is_number else None
    if row is None:
        raise NoSuchVersion(
            f"There is no scorecard {name}: say a version’s number, in-force, or file.",
            {"version": "does not exist"},
        )
    return row


@deed("scorecard.saved", "saved the scorecard as {subject}")
def save(*, card: cards.Scorecard, note: str = "", by: Author, at: datetime) -> Scorecard:
    """Keep a scorecard as a version. It is not in force by that."""
    check(card)
    with connection.cursor() as cursor:
        cursor.execute(ONE_AT_A_TIME)
    same = Scorecard.objects.filter(version=card.version).first()
    if same is not None:
        raise AlreadySaved(f"This is the same scorecard as {same}.")
    row = _add(card, note=note.strip(), by=str(by), saved_at=at)
    tell(subject=str(row), note=row.note)
    return row


@deed("scorecard.adopted", "put {subject} of the scorecard in force")
def put_in_force(*, scorecard: Scorecard, note: str = "", by: Author, at: datetime) -> None:
    """From now on scores are computed by this version. Those there are stay as they are, until
    the customers are scored again."""
    with connection.cursor() as cursor:
        cursor.execute(ONE_AT_A_TIME)
    if row_in_force() == scorecard:
        raise AlreadyInForce(f"{str(scorecard).capitalize()} is in force already.")
    ScorecardInForce.objects.create(
        scorecard=scorecard, since=at, put_by=str(by)[:200], note=note.strip()
    )
    tell(subject=str(scorecard), note=note)


def _add(card: cards.Scorecard, *, note: str, by: str, **more: Any) -> Scorecard:
    with connection.cursor() as cursor:
        cursor.execute(ONE_AT_A_TIME)
    same = Scorecard.objects.filter(version=card.version).first()
    if same is not None:  # somebody was faster
        return same
    last = Scorecard.objects.aggregate(last=Max("number"))["last"] or 0
    return Scorecard.objects.create(
        number=last + 1,
        version=card.version,
        definition=plain_values(card),
        note=note,
        saved_by=by[:200],
        **more,
    )
