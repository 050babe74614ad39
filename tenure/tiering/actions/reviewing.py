"""Looking at tiers again: once a period for each customer, with the reason written down."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import batched
from uuid import UUID

from tenure.customers.models import Customer
from tenure.foundation.audit.trail import Author, deed, leave_no_trace, tell
from tenure.programme.in_force import tiers
from tenure.programme.words import Tier
from tenure.tiering.models import TierChange, TierReview
from tenure.tiering.proposing import propose
from tenure.tiering.queries.moving import customers_to_review, facts_of
from tenure.tiering.rules.months import period_of
from tenure.tiering.rules.moving import Verdict, judge, over_months
from tenure.tiering.rules.reasons import said
from tenure.tiering.words import ChangeState, Direction

CUSTOMERS_AT_ONCE = 2_000


@dataclass
class Outcome:
    """What a review came to, in customers; up and down are proposals that are open now."""

    reviewed: int = 0
    up: int = 0
    down: int = 0

    def add(self, other: "Outcome") -> None:
        self.reviewed += other.reviewed
        self.up += other.up
        self.down += other.down


def review_all_tiers(*, by: Author, at: datetime) -> Outcome:
    """Everybody who was not looked at in this period yet, some thousands in a transaction."""
    due = customers_to_review(period_of(at.date(), tiers().moving.every_months))
    outcome = Outcome()
    for ids in batched(due, CUSTOMERS_AT_ONCE, strict=False):
        outcome.add(review_tiers(customers=ids, by=by, at=at))
    return outcome


@deed("tier.reviewed", "looked at the tier of {customers}")
def review_tiers(*, customers: Sequence[UUID], by: Author, at: datetime) -> Outcome:
    """Look at these, except those that left or were looked at in this period already."""
    day, known = at.date(), tiers()
    period = period_of(day, known.moving.every_months)
    found = Customer.objects.filter(id__in=list(customers)).current().order_by("id")
    locked = {row.id: row for row in found.select_for_update(of=["self"], no_key=True)}
    seen = TierReview.objects.filter(customer_id__in=list(locked), period_starts_on=period)
    for id in seen.values_list("customer_id", flat=True):
        del locked[id]
    if not locked:
        leave_no_trace()
        return Outcome()
    facts = facts_of(list(locked), day, known)
    open_changes = TierChange.objects.undecided().filter(customer_id__in=list(locked))
    before = {change.customer_id: change for change in open_changes}
    reviews = []
    for id, customer in locked.items():
        verdict = _announced(before.get(id)) or judge(facts[id], known, day)
        change = propose(customer, verdict, before.get(id), by, day)
        reviews.append(
            TierReview(customer=customer, period_starts_on=period, reviewed_on=day,
                       tier=customer.tier, reason=verdict.reason, change=change,
                       months_over=over_months(facts[id], known),
                       reviewed_by=str(by), created_at=at)
        )  # fmt: skip
    return _written_down(reviews)


def _announced(before: TierChange | None) -> Verdict | None:
    """What is announced waits for its day, and is looked at again then."""
    if before is None or before.state != ChangeState.ANNOUNCED:
        return None
    assert before.takes_effect_on is not None
    return Verdict(
        f"It moves to {Tier(before.to_tier).label} on {said(before.takes_effect_on)},"
        " as was announced."
    )


def _written_down(reviews: list[TierReview]) -> Outcome:
    TierReview.objects.bulk_create(reviews)
    _settle(reviews)
    one = reviews[0].customer if len(reviews) == 1 else None
    tell(
        customer_id=one.id if one else None,
        customers=one.name if one else f"{len(reviews):,} customers",
    )
    ways = [review.change.direction for review in reviews if review.change]
    return Outcome(len(reviews), ways.count(Direction.UP), ways.count(Direction.DOWN))


def _settle(reviews: list[TierReview]) -> None:
    """From its first review on a customer's tier moves by review, and no more with its contracts."""
    fresh = Customer.objects.filter(
        id__in=[review.customer_id for review in reviews], tier_settled_on=None
    )
    fresh.update(tier_settled_on=reviews[0].reviewed_on)
