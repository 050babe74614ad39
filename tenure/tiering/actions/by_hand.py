"""A tier that somebody sets by hand, for a reason, and that stays until it is taken back."""

from datetime import date, datetime

from tenure.customers.models import Customer
from tenure.foundation.audit.trail import Author, deed, leave_no_trace, tell
from tenure.foundation.checking import refuse_changed, save
from tenure.foundation.refusals import Invalid
from tenure.programme.in_force import tiers
from tenure.programme.words import Tier
from tenure.tiering.models import TierChange
from tenure.tiering.proposing import lapse, propose
from tenure.tiering.queries.moving import facts_of
from tenure.tiering.rules.moving import judge
from tenure.tiering.words import Cause, ChangeState, Direction


class AlreadyInTier(Invalid):
    """The customer is in this tier already."""


@deed("tier.assigned", "put {subject} into {tier}: {reason}")
def set_tier(
    *,
    customer: Customer,
    tier: Tier,
    reason: str,
    seen_at: datetime | None = None,
    by: Author,
    at: datetime,
) -> TierChange:
    """Put a customer into a tier by hand. Reviews leave it there until `reset_tier`. `seen_at`: as in
    `change_customer`."""
    customer, day = Customer.objects.select_for_update(no_key=True).get(id=customer.id), at.date()
    refuse_changed(customer, seen_at)
    if customer.tier == tier:
        words = f"{customer} is in {tier.label} already."
        raise AlreadyInTier(words, {"tier": words})
    if not reason.strip():
        words = "Say why: a tier that is set by hand stays until it is taken back."
        raise Invalid(words, {"reason": words})
    for open_change in (
        TierChange.objects.undecided().filter(customer=customer).select_for_update(no_key=True)
    ):
        lapse(open_change, f"Put into {tier.label} by hand.", by, day)
    change = _done(customer, tier, reason.strip(), by, day)
    customer.tier, customer.tier_follows_value = tier, False
    save(customer)
    tell(customer_id=customer.id, subject=customer.name, tier=tier.label, reason=reason.strip())
    return change


def _done(customer: Customer, tier: Tier, reason: str, by: Author, day: date) -> TierChange:
    is_up = list(Tier).index(tier) < list(Tier).index(Tier(customer.tier))
    change = TierChange(
        customer=customer, from_tier=customer.tier, to_tier=tier, cause=Cause.BY_HAND,
        direction=Direction.UP if is_up else Direction.DOWN, reason=reason, state=ChangeState.DONE,
        proposed_on=day, takes_effect_on=day, decided_on=day, decided_by=str(by),
    )  # fmt: skip
    save(change)
    return change


@deed("tier.released", "let the tier of {subject} move by review again")
def reset_tier(*, customer: Customer, by: Author, at: datetime) -> TierChange | None:
    """Take back that the tier was set by hand. It stays as it is; what its value and use speak for
    is proposed at once."""
    customer, day = Customer.objects.select_for_update(no_key=True).get(id=customer.id), at.date()
    if customer.tier_follows_value:
        leave_no_trace()
        return None
    customer.tier_follows_value = True
    customer.tier_settled_on = customer.tier_settled_on or day
    save(customer)
    tell(customer_id=customer.id, subject=customer.name)
    if customer.is_churned:
        return None
    known = tiers()
    verdict = judge(facts_of([customer.id], day, known)[customer.id], known, day)
    before = TierChange.objects.undecided().filter(customer=customer).first()
    return propose(customer, verdict, before, by, day)
