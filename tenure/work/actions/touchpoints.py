"""Touchpoints: planned, held, missed, cancelled, or written down when they have taken place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tenure.customers.models import Customer
from tenure.foundation.audit.trail import Author, deed, leave_no_trace, tell
from tenure.foundation.checking import save
from tenure.foundation.refusals import Conflict
from tenure.people.models import Person
from tenure.programme.words import TouchpointKind
from tenure.work.actions.tasks import refuse_idle
from tenure.work.contact import note_reached, person_of, refuse_ahead, with_article
from tenure.work.models import Touchpoint
from tenure.work.words import Origin, TouchpointState


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


@deed("touchpoint.planned", "planned “{about}”, {kind} with {subject} on {day}")
def plan_touchpoint(
    *, customer: Customer, fields: Mapping[str, Any], by: Author, at: datetime
) -> Touchpoint:
    """Plan one by hand. `fields` has its kind, subject and `planned_on` at least."""
    told = {"owner": person_of(by)} | dict(fields)
    touchpoint = Touchpoint(customer=customer, created_at=at, **told)
    refuse_idle(touchpoint.owner)
    save(touchpoint)
    tell(day=f"{touchpoint.planned_on:%-d %B %Y}")
    _tell(touchpoint)
    return touchpoint


@deed("touchpoint.logged", "wrote down “{about}”, {kind} with {subject}")
def log_touchpoint(
    *, customer: Customer, fields: Mapping[str, Any], by: Author, at: datetime
) -> Touchpoint:
    """Write down what was done with a customer. `fields` has its kind and subject at least."""
    told = {"happened_at": at, "owner": person_of(by)} | dict(fields)
    touchpoint = Touchpoint(customer=customer, state=TouchpointState.HELD, created_at=at, **told)
    refuse_idle(touchpoint.owner)
    refuse_ahead(touchpoint, at)
    save(touchpoint)
    note_reached(touchpoint)
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
    touchpoint.owner = touchpoint.owner or person_of(by)
    refuse_ahead(touchpoint, at)
    save(touchpoint)
    note_reached(touchpoint)
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
    found = Touchpoint.objects.select_for_update(of=["self"], no_key=True).select_related(
        "customer"
    )
    touchpoint = found.get(id=touchpoint.id)
    if touchpoint.state != TouchpointState.PLANNED:
        raise NotPlanned(f"“{touchpoint}” was {touchpoint.get_state_display().lower()} already.")
    return touchpoint


def _tell(touchpoint: Touchpoint) -> None:
    tell(
        customer_id=touchpoint.customer_id,
        subject=touchpoint.customer.name,
        about=touchpoint.subject,
        kind=with_article(touchpoint),
    )
