"""Going through all customers, a chunk a transaction, and going on where a killed run stopped."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from tenure.customers.models import Customer
from tenure.foundation.audit.trail import Author
from tenure.foundation.refusals import Conflict
from tenure.health import facts
from tenure.health.models import ScoringRun

CUSTOMERS_AT_ONCE = 5_000
LOCK = 7_346_202  # any number of our own
ASKING = LOCK + 1


class ScoredAlready(Conflict):
    """Somebody else scores everybody right now."""


@dataclass
class Outcome:
    """What scoring came to, in customers; `unknown` are those of whom no measure is known."""

    scored: int = 0
    unchanged: int = 0
    unknown: int = 0

    def add(self, other: "Outcome") -> None:
        self.scored += other.scored
        self.unchanged += other.unchanged
        self.unknown += other.unknown


@contextmanager
def run_under_way(*, by: Author, at: datetime, knows_present: bool) -> Iterator[ScoringRun]:
    """A run that nobody else is in: a new one, or one of the same day that was killed half-way.

    A lock of the database session tells the living from the dead: it ends with its process.
    """
    if not _ask("pg_try_advisory_lock"):
        raise ScoredAlready("Everybody is being scored right now. Look again in a moment.")
    try:
        run = _left_over(at, knows_present) or _new(by, at, knows_present)
        yield run
        run.is_running, run.finished_at = False, timezone.now()
        run.save(update_fields=["is_running", "finished_at", "updated_at"])
    finally:
        _ask("pg_advisory_unlock")


def _left_over(at: datetime, knows_present: bool) -> ScoringRun | None:
    """A run that waits, or that its process did not finish. One of another day is given up."""
    found = ScoringRun.objects.filter(is_running=True).first()
    if found is None:
        return None
    if (found.at.date(), found.knows_present) == (at.date(), knows_present):
        if not found.done:  # it waited, and more may have come in meanwhile
            found.known_until = facts.known_until(at.date())
            found.save(update_fields=["known_until", "updated_at"])
        return found
    found.is_running = False
    found.save(update_fields=["is_running", "updated_at"])
    return None


def asked_run(by: Author, at: datetime) -> tuple[ScoringRun, bool]:
    """The run of today that waits or is under way, or a new one that waits; and whether it is new.
    Called in a transaction, by one asker at a time: who comes second sees what the first has asked
    for. One of another day that nobody is in is given up."""
    _wait_for_askers()
    nobody_is_in_one = _ask("pg_try_advisory_xact_lock")
    found = (
        _left_over(at, knows_present=True)
        if nobody_is_in_one
        else ScoringRun.objects.filter(is_running=True).first()
    )
    return (found, False) if found else (_new(by, at, knows_present=True), True)


def _new(by: Author, at: datetime, knows_present: bool) -> ScoringRun:
    """A run of its own; when another began in this very moment, that one."""
    made = ScoringRun(
        at=at, known_until=facts.known_until(at.date()), knows_present=knows_present,
        asked_by=str(by), customers=Customer.objects.count(),
    )  # fmt: skip
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError:
        other = ScoringRun.objects.filter(is_running=True).first()
        if other is None:
            raise
        return other
    return made


def _wait_for_askers() -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"select pg_advisory_xact_lock({ASKING})")


def chunks(run: ScoringRun) -> Iterator[list[UUID]]:
    """The customers that are still to be scored, in the order of their ids."""
    last = run.last_customer_id
    while True:
        after = Customer.objects.filter(id__gt=last) if last else Customer.objects.all()
        ids = list(after.order_by("id").values_list("id", flat=True)[:CUSTOMERS_AT_ONCE])
        if not ids:
            return
        yield ids
        last = ids[-1]


def advance(run: ScoringRun, ids: list[UUID], found: Outcome) -> None:
    """Note how far a run is. Called in the transaction that wrote the scores."""
    run.last_customer_id, run.done = ids[-1], run.done + len(ids)
    run.scored += found.scored
    run.unchanged += found.unchanged
    run.unknown += found.unknown
    run.save(
        update_fields=["last_customer_id", "done", "scored", "unchanged", "unknown", "updated_at"]
    )


def _ask(function: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"select {function}({LOCK})")
        return bool(cursor.fetchone()[0])
