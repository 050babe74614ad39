"""Touchpoints put right: what was wrong in them, or what became of them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tenure.foundation.audit.trail import Author, deed, leave_no_trace, tell
from tenure.foundation.checking import refuse_changed, save
from tenure.work.actions.tasks import refuse_idle
from tenure.work.contact import correct_reached, person_of, reached_at, refuse_ahead, with_article
from tenure.work.models import Touchpoint
from tenure.work.words import TouchpointState


@deed("touchpoint.changed", "changed “{about}”, {kind} with {subject}")
def change_touchpoint(
    *,
    touchpoint: Touchpoint,
    changes: Mapping[str, Any],
    seen_at: datetime | None = None,
    by: Author,
    at: datetime,
) -> Touchpoint:
    """Change what is told. One that becomes held took place now, unless told when; telling when makes
    it held; one that is held no more loses its time. The last contact with the customer follows."""
    found = Touchpoint.objects.select_for_update(of=["self"], no_key=True).select_related(
        "customer"
    )
    touchpoint = found.get(id=touchpoint.id)
    refuse_changed(touchpoint, seen_at)
    was = reached_at(touchpoint)
    if _settle(touchpoint, changes, by, at):
        save(touchpoint)
        correct_reached(touchpoint, was)
    else:
        leave_no_trace()
    tell(
        customer_id=touchpoint.customer_id,
        subject=touchpoint.customer.name,
        about=touchpoint.subject,
        kind=with_article(touchpoint),
    )
    return touchpoint


def _settle(touchpoint: Touchpoint, changes: Mapping[str, Any], by: Author, at: datetime) -> bool:
    """Change a touchpoint that is not written yet, and say whether that made a difference."""
    told = dict(changes)
    if told.get("happened_at") and "state" not in told:
        told["state"] = TouchpointState.HELD
    if "state" in told and told["state"] != touchpoint.state:
        is_held = told["state"] == TouchpointState.HELD
        told.setdefault("happened_at", at if is_held else None)
        if is_held and touchpoint.owner_id is None and not {"owner", "owner_id"} & told.keys():
            told["owner"] = person_of(by)
    differing = {name: new for name, new in told.items() if getattr(touchpoint, name) != new}
    for name, new in differing.items():
        setattr(touchpoint, name, new)
    if "owner" in differing:
        refuse_idle(touchpoint.owner)
    if "happened_at" in differing:
        refuse_ahead(touchpoint, at)
    return bool(differing)
