"""Deciding about a change of tier: accept it, decline it, let it take effect on its day."""

from datetime import date, datetime

from tenure.customers.models import Customer
from tenure.foundation.audit.trail import Author, deed, tell
from tenure.foundation.checking import save
from tenure.foundation.refusals import Conflict, Invalid
from tenure.programme.in_force import tiers
from tenure.programme.words import Tier
from tenure.tiering.models import TierChange, TierChangeQuerySet
from tenure.tiering.proposing import lapse
from tenure.tiering.queries.moving import facts_of, value_on
from tenure.tiering.rules import reasons
from tenure.tiering.rules.moving import at_renewal
from tenure.tiering.words import OPEN_STATES, ChangeState, Direction


class AlreadyDecided(Conflict):
    """Somebody decided about this change already."""


class TierChangedMeanwhile(Conflict):
    """The customer left the tier that it should have moved from, or left altogether."""


class NoticeIsPast(Conflict):
    """It is too late to give the notice that is promised before this renewal."""


@deed("tier.change_accepted", "accepted that {subject} moves {way} {when}")
def accept_change(*, change: TierChange, by: Author, at: datetime) -> TierChange:
    """A way up takes effect now. A way down is announced, and takes effect at the renewal."""
    change, customer = _locked(change)
    if change.state != ChangeState.PROPOSED:
        raise AlreadyDecided(f"This change is {change.get_state_display().lower()} already.")
    _refuse_moved(change, customer)
    day = at.date()
    if change.notice_by and day > change.notice_by:
        raise NoticeIsPast(
            f"Notice had to be given by {reasons.said(change.notice_by)}. {customer} keeps its"
            " tier until the renewal after this one: decline the change."
        )
    change.decided_on, change.decided_by = day, str(by)
    if (
        change.direction == Direction.DOWN
        and change.takes_effect_on
        and change.takes_effect_on > day
    ):
        change.state = ChangeState.ANNOUNCED
        save(change)
    else:
        _carry_out(change, customer, day)
    when = f"on {change.takes_effect_on:%-d %B %Y}"
    tell(customer_id=customer.id, subject=customer.name, way=_way(change), when=when)
    return change


@deed("tier.change_declined", "declined that {subject} moves {way}")
def decline_change(*, change: TierChange, note: str, by: Author, at: datetime) -> TierChange:
    """It stays in its tier, for a reason. What is announced can be taken back, too."""
    change, customer = _locked(change)
    if change.state not in OPEN_STATES:
        raise AlreadyDecided(f"This change is {change.get_state_display().lower()} already.")
    if not note.strip():
        raise Invalid("Say why it stays.", {"note": "say why it stays"})
    change.state, change.note = ChangeState.DECLINED, note.strip()
    change.decided_on, change.decided_by = at.date(), str(by)
    save(change)
    tell(customer_id=customer.id, subject=customer.name, way=_way(change))
    return change


def let_changes_take_effect(*, by: Author, at: datetime) -> int:
    """What was announced for today, or for a day since the last time; answers how many moved."""
    return sum(_take_effect(change=change, by=by, at=at) for change in _announced_until(at.date()))


@deed("tier.moved", "moved {subject} {way}")
def _take_effect(*, change: TierChange, by: Author, at: datetime) -> bool:
    """At its renewal a customer moves down as announced, or less far, or not at all: by what it is
    worth and uses then."""
    change, customer = _locked(change)
    tell(customer_id=customer.id, subject=customer.name, way=_way(change))
    if change.state != ChangeState.ANNOUNCED:
        return False
    assert change.takes_effect_on is not None
    known, day = tiers(), at.date()
    value = value_on(customer.id, change.takes_effect_on)
    facts = facts_of([customer.id], day, known)[customer.id]
    target = at_renewal(value, facts, known)
    target = min(target, Tier(change.to_tier), key=list(Tier).index)
    has_moved = customer.is_churned or customer.tier != change.from_tier
    if has_moved or list(Tier).index(target) <= list(Tier).index(Tier(change.from_tier)):
        worth = f"On its renewal it is worth {reasons.amount(value)} a year."
        lapse(change, "It left meanwhile." if customer.is_churned else worth, by, day)
        return False
    change.to_tier = target
    _carry_out(change, customer, change.takes_effect_on)
    tell(way=_way(change))
    return True


def _announced_until(day: date) -> TierChangeQuerySet:
    due: TierChangeQuerySet = TierChange.objects.filter(
        state=ChangeState.ANNOUNCED, takes_effect_on__lte=day
    )
    return due.order_by("id")


def _carry_out(change: TierChange, customer: Customer, day: date) -> None:
    change.state, change.takes_effect_on = ChangeState.DONE, day
    save(change)
    customer.tier = change.to_tier
    save(customer)


def _locked(change: TierChange) -> tuple[TierChange, Customer]:
    """The customer first: reviews lock in this order, too."""
    customer = Customer.objects.select_for_update(no_key=True).get(id=change.customer_id)
    return TierChange.objects.select_for_update(no_key=True).get(id=change.id), customer


def _refuse_moved(change: TierChange, customer: Customer) -> None:
    if customer.is_churned:
        raise TierChangedMeanwhile(f"{customer} has left.")
    if customer.tier != change.from_tier:
        raise TierChangedMeanwhile(f"{customer} is in {customer.get_tier_display()} by now.")


def _way(change: TierChange) -> str:
    return (
        f"{Direction(change.direction).label.lower()} from {Tier(change.from_tier).label}"
        f" to {Tier(change.to_tier).label}"
    )
