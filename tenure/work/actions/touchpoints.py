"""Touchpoints: planned, held, missed, cancelled, or written down when they have taken place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tenure.customers.models import Customer
from tenure.foundation.audit.trail import Author, deed, leave_no_trace, tell
from tenure.foundation.checking import save
from tenure.foundation.refusals import Conflict, Invalid
from tenure.people.models import Person
from tenure.programme.words import TouchpointKind
from tenure.work.models import Touchpoint
from tenure.work.words import COUNTED, Origin, TouchpointState


class NotPlanned(Conflict):
    """It was held, missed or cancelled already."""


@dataclass(frozen=True, kw_only=True)
class PlannedTouchpoint:
    """A touchpoint as a template plans it. `key` says which one it is."""

    key: str
    kind: TouchpointKind
    subject: str
    on: date
    owner: Person | None = None


@deed("touchpoints.planned", "planned {count} touchpoints with {subject}")
def plan_touchpoints(
    *,
    customer: Customer,
    touchpoints: Sequence[PlannedTouchpoint],
    origin: Origin = Origin.BY_HAND,
    by: Author,
    at: datetime,
) -> list[Touchpoint]:
    """Touchpoints from a template. One that was planned before, by its key, is left as it is."""
    there = Touchpoint.objects.filter(customer=customer, origin=origin)
    known = set(there.values_list("origin_key", flat=True))
    made = [
        Touchpoint(
            customer=customer, kind=one.kind, subject=one.subject, planned_on=one.on,
            owner=one.owner, origin=origin, origin_key=one.key, created_at=at,
        )
        for one in touchpoints
        if not one.key or one.key not in known
    ]  # fmt: skip
    Touchpoint.objects.bulk_create(made, ignore_conflicts=True)
    if not made:
        leave_no_trace()
    tell(customer_id=customer.id, subject=customer.name, count=len(made))
    return made


@deed("touchpoint.logged", "wrote down “{about}”, {kind} with {subject}")
def log_touchpoint(
    *, customer: Customer, fields: Mapping[str, Any], by: Author, at: datetime
) -> Touchpoint:
    """Write down what was done with a customer. `fields` has its kind and subject at least."""
    told = {"happened_at": at, "owner": by if isinstance(by, Person) else None} | dict(fields)
    touchpoint = Touchpoint(customer=customer, state=TouchpointState.HELD, created_at=at, **told)
    _refuse_ahead(touchpoint, at)
    save(touchpoint)
    _reached(customer, touchpoint)
    _tell(touchpoint)
    return touchpoint


@deed("touchpoint.held", "held “{about}”, {kind} with {subject}")
def hold_touchpoint(
    *,
    touchpoint: Touchpoint,
    happened_at: datetime | None = None,
    notes: str = "",
    with_whom: Sequence[str] = (),
    by: Author,
    at: datetime,
) -> Touchpoint:
    touchpoint = _planned(touchpoint)
    touchpoint.state, touchpoint.happened_at = TouchpointState.HELD.value, happened_at or at
    touchpoint.notes = notes or touchpoint.notes
    touchpoint.with_whom = list(with_whom) or touchpoint.with_whom
    if touchpoint.owner is None and isinstance(by, Person):
        touchpoint.owner = by
    _refuse_ahead(touchpoint, at)
    save(touchpoint)
    _reached(touchpoint.customer, touchpoint)
    _tell(touchpoint)
    return touchpoint


@deed("touchpoint.ended", "noted that “{about}” with {subject} was {how}")
def end_touchpoint(
    *, touchpoint: Touchpoint, was_missed: bool, by: Author, at: datetime
) -> Touchpoint:
    """Note that a planned touchpoint was missed, or cancel it."""
    touchpoint = _planned(touchpoint)
    state = TouchpointState.MISSED if was_missed else TouchpointState.CANCELLED
    touchpoint.state = state.value
    save(touchpoint)
    tell(how=state.label.lower())
    _tell(touchpoint)
    return touchpoint


def _planned(touchpoint: Touchpoint) -> Touchpoint:
    found = Touchpoint.objects.select_for_update(of=["self"]).select_related("customer")
    touchpoint = found.get(id=touchpoint.id)
    if touchpoint.state != TouchpointState.PLANNED:
        raise NotPlanned(f"“{touchpoint}” was {touchpoint.get_state_display().lower()} already.")
    return touchpoint


def _refuse_ahead(touchpoint: Touchpoint, at: datetime) -> None:
    if touchpoint.happened_at and touchpoint.happened_at > at:
        words = "It cannot have taken place in the future. Plan it instead."
        raise Invalid(words, {"happened_at": words})


def _reached(customer: Customer, touchpoint: Touchpoint) -> None:
    """The last contact with the customer moves on; a note is none."""
    if touchpoint.kind in COUNTED:
        older = Customer.objects.filter(id=customer.id).exclude(
            last_contact_at__gte=touchpoint.happened_at
        )
        older.update(last_contact_at=touchpoint.happened_at)


def _tell(touchpoint: Touchpoint) -> None:
    kind = TouchpointKind(touchpoint.kind).label.lower()
    tell(
        customer_id=touchpoint.customer_id,
        subject=touchpoint.customer.name,
        about=touchpoint.subject,
        kind=f"an {kind}" if kind[0] in "aeiou" else f"a {kind}",
    )
