"""Proposing a change of tier, and letting one lapse that nothing speaks for any more."""

from datetime import date

from tenure.customers.models import Customer
from tenure.foundation.audit.trail import Author
from tenure.tiering.models import TierChange
from tenure.tiering.rules.moving import Verdict
from tenure.tiering.words import ChangeState


def propose(
    customer: Customer, verdict: Verdict, before: TierChange | None, by: Author, day: date
) -> TierChange | None:
    """The open change that the verdict comes to. `before` is the one that was open until now: it
    stays if it leads the same way, or waits for its day; else it lapses."""
    if before and _goes_on(before, verdict):
        return before
    if before:
        lapse(before, verdict.reason, by, day)
    if verdict.to is None:
        return None
    return TierChange.objects.create(
        customer=customer, from_tier=customer.tier, to_tier=verdict.to,
        direction=verdict.direction, cause=verdict.cause, reason=verdict.reason, proposed_on=day,
        notice_by=verdict.notice_by, takes_effect_on=verdict.takes_effect_on,
    )  # fmt: skip


def _goes_on(before: TierChange, verdict: Verdict) -> bool:
    if before.state == ChangeState.ANNOUNCED:
        return True
    return (before.to_tier, before.takes_effect_on) == (verdict.to, verdict.takes_effect_on)


def lapse(change: TierChange, reason: str, by: Author, day: date) -> None:
    change.state = ChangeState.LAPSED
    change.decided_on, change.decided_by, change.note = day, str(by), reason
    change.save(update_fields=["state", "decided_on", "decided_by", "note", "updated_at"])
