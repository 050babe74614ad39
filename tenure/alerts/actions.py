"""What can be done about alerts: take them, let them sleep, resolve them, open them again.

Each deed takes several alerts at once, all of one person's choice; those that are in no state for it
are left as they are, and the deed says how many it changed.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from tenure.alerts import queries
from tenure.alerts.models import Alert, AlertQuerySet
from tenure.alerts.words import AlertOutcome, AlertState
from tenure.foundation.audit.trail import Author, deed, leave_no_trace, tell
from tenure.foundation.refusals import Invalid
from tenure.people.models import Person
from tenure.people.permissions import Permission


@deed("alert.assigned", "handed {alerts} to {owner}")
def assign_alerts(*, alerts: Sequence[UUID], owner: Person | None, by: Author, at: datetime) -> int:
    if owner and not owner.may(Permission.CUSTOMERS_EDIT):
        words = f"{owner} does not look after customers."
        raise Invalid(words, {"owner": words})
    rows = _locked(alerts).exclude(state=AlertState.RESOLVED)
    return _told(rows, {"owner": owner}, owner=owner.name if owner else "nobody")


@deed("alert.snoozed", "let {alerts} sleep until {until}")
def snooze_alerts(*, alerts: Sequence[UUID], until: date, by: Author, at: datetime) -> int:
    if until <= at.date():
        raise Invalid("Choose a day ahead.", {"until": "is not ahead"})
    rows = _locked(alerts).exclude(state=AlertState.RESOLVED)
    return _told(rows, {"state": AlertState.SNOOZED, "snoozed_until": until}, until=until)


@deed("alert.resolved", "resolved {alerts}: {outcome}")
def resolve_alerts(
    *, alerts: Sequence[UUID], outcome: AlertOutcome, note: str = "", by: Author, at: datetime
) -> int:
    rows = _locked(alerts).exclude(state=AlertState.RESOLVED)
    changes = {"state": AlertState.RESOLVED, "resolved_at": at, "snoozed_until": None,
               "outcome": outcome, "note": note}  # fmt: skip
    return _told(rows, changes, outcome=outcome.label.lower())


@deed("alert.reopened", "opened {alerts} again")
def reopen_alerts(*, alerts: Sequence[UUID], by: Author, at: datetime) -> int:
    """Open what sleeps or was resolved, except where an alert of the kind is at work already."""
    rows = _locked(alerts).exclude(state=AlertState.OPEN)
    busy = Alert.objects.exclude(state=AlertState.RESOLVED).exclude(id__in=list(alerts))
    taken = set(busy.filter(customer__in=rows.values("customer")).values_list("customer", "rule"))
    free: dict[tuple[UUID, str], UUID] = {}
    for row in rows:
        if (row.customer_id, row.rule) not in taken:
            free[row.customer_id, row.rule] = row.id
    changes = {"state": AlertState.OPEN, "snoozed_until": None, "resolved_at": None,
               "outcome": None, "is_over": False}  # fmt: skip
    return _told(_locked(list(free.values())), changes)


@deed("alert.wakened", "woke {alerts}")
def wake_alerts(*, by: Author, at: datetime) -> int:
    """Open what slept until today."""
    woken = queries.wake(at.date())
    tell(alerts=_number(woken))
    if not woken:
        leave_no_trace()
    return woken


def _locked(alerts: Sequence[UUID]) -> AlertQuerySet:
    """The alerts, in the one order that everybody locks in."""
    found: AlertQuerySet = Alert.objects.filter(id__in=list(alerts)).order_by("customer_id", "id")
    return found.select_for_update(of=["self"], no_key=True)


def _told(rows: AlertQuerySet, changes: Mapping[str, object], **details: object) -> int:
    found = list(rows.select_related("customer"))
    for row in found:
        for name, value in changes.items():
            setattr(row, name, value)
        row.save(update_fields=[*changes, "updated_at"])
    if not found:
        leave_no_trace()
    one = found[0] if len(found) == 1 else None
    said = f"the alert “{one}”" if one else _number(len(found))
    tell(customer_id=one.customer_id if one else None, alerts=said, **details)
    return len(found)


def _number(count: int) -> str:
    return f"{count:,} alert{'' if count == 1 else 's'}"
