"""Telling the trail what is being done. Every action is a deed; the triggers do the rest.

    @deed("customer.renamed", "renamed {subject}")
    def rename_customer(*, customer, name, by, at): ...

The decorator opens the transaction, announces the deed to the database, and writes it down at the
end with what the action told about it. Outside a deed a change still leaves its trace, signed with
the name of the database session.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from functools import wraps
from typing import Any, Protocol
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, transaction

from tenure.foundation.ids import new_id


class Author(Protocol):
    """Whoever does something: a person, or a machine with a name."""

    @property
    def id(self) -> UUID | None: ...


@dataclass(frozen=True)
class Machine:
    """Somebody without an account: the nightly job, or whoever sits at the command line."""

    name: str
    id: UUID | None = None

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Origin:
    """Where a deed came from."""

    via: str = "command"
    address: str | None = None
    request_id: str = ""


@dataclass
class Telling:
    """The deed under way, and what there is to say about it so far."""

    id: UUID
    code: str
    details: dict[str, Any] = field(default_factory=dict)
    customer_id: UUID | None = None
    is_void: bool = False


WRITE = """
insert into audit_deed
    (id, code, at, by_id, by_name, via, address, request_id, customer_id, details)
values (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
"""
PHRASES: dict[str, str] = {"sql": "changed data outside the application"}
origin: ContextVar[Origin] = ContextVar("origin", default=Origin())  # noqa: B039
_under_way: ContextVar[Telling | None] = ContextVar("deed", default=None)


def deed[**P, R](code: str, phrase: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make an action a deed. `phrase` follows the person's name; {names} come from `tell()`."""
    PHRASES[code] = phrase

    def decorate(action: Callable[P, R]) -> Callable[P, R]:
        @wraps(action)
        def done(*args: P.args, **kwargs: P.kwargs) -> R:
            by: Any = kwargs["by"]
            at: Any = kwargs["at"]
            with telling(code, by=by, at=at):
                return action(*args, **kwargs)

        done.deed = code  # type: ignore[attr-defined]
        return done

    return decorate


@contextmanager
def telling(code: str, *, by: Author, at: datetime) -> Iterator[Telling]:
    """A deed as a block: one transaction, one line in the trail."""
    is_whole = not connection.in_atomic_block
    with transaction.atomic():
        telling = Telling(id=new_id(), code=code)
        outer = _under_way.set(telling)
        before = _announce(str(telling.id))
        try:
            yield telling
        finally:
            _under_way.reset(outer)
        if not telling.is_void:
            with connection.cursor() as cursor:
                cursor.execute(WRITE, line_of(telling, by, at))
        if not is_whole:  # else the announcement ends with the transaction
            _announce(before)


def tell(*, customer_id: UUID | None = None, **details: Any) -> None:
    """Say something about the deed under way: which customer it is about, and what to quote."""
    telling = _under_way.get()
    if telling is None:
        raise RuntimeError("There is no deed under way to tell anything about.")
    telling.customer_id = customer_id or telling.customer_id
    telling.details.update(details)


def leave_no_trace() -> None:
    """The deed under way turned out to change nothing, and is not worth a line."""
    telling = _under_way.get()
    if telling is not None:
        telling.is_void = True


def _announce(deed_id: str) -> str:
    """Tell the database which deed the next changes belong to; answers the one before."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select coalesce(current_setting('tenure.deed', true), ''),"
            " set_config('tenure.deed', %s, true)",
            [deed_id],
        )
        return str(cursor.fetchone()[0])


def line_of(telling: Telling, by: Author, at: datetime) -> list[Any]:
    """A deed as the columns of its line."""
    place = origin.get()
    details = json.dumps(telling.details, cls=DjangoJSONEncoder)
    return [telling.id, telling.code, at, by.id, str(by), place.via, place.address,
            place.request_id, telling.customer_id, details]  # fmt: skip
