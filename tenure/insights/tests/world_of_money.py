"""What customers by dice buy, renew and end."""

from datetime import UTC, date, datetime, time, timedelta

from tenure.customers.models import ChurnEvent, Customer, Lead
from tenure.expansion.models import Opportunity
from tenure.expansion.words import Growth
from tenure.insights.tests.making import DAY, contract
from tenure.insights.tests.world import LAST, a_day, a_moment


def sign(one, dice):
    for _ in range(dice.randint(1, 3)):
        first = date(2025, 1, 1) + timedelta(days=dice.randint(0, 700))
        last = first + timedelta(days=dice.randint(100, 600))
        contract(one, first, dice.choice([None, last]), dice.randint(1, 99) * 100, seats=10)


def renew(one, dice):
    """A contract that ended of late, and perhaps what followed on it."""
    last = a_day(dice, before=40)
    old = contract(one, last - timedelta(days=364), last, dice.randint(1, 99) * 100, seats=10)
    kind = dice.choice(["RENEWAL", "RENEWAL", "AMENDMENT", None])
    if kind:
        begins = last + timedelta(days=1 if kind == "AMENDMENT" else dice.choice([1, 20, 31, 45]))
        contract(one, begins, None, dice.randint(1, 99) * 100, follows=old, follows_as=kind, seats=10,
                 created_at=datetime.combine(last, time(), UTC) - timedelta(days=dice.randint(0, 60)))  # fmt: skip


def turn(one, dice):
    """Its first year ends about now, at more or less than it began with."""
    signed = a_day(dice, around=LAST - timedelta(days=365), before=60, after=20)
    Customer.objects.filter(id=one.id).update(contract_starts_on=signed)
    contract(one, signed, signed + timedelta(days=364), 900, seats=10)
    for days in dice.choice([(), (200,), (365,), (365, 365)]):
        contract(one, signed + timedelta(days=days), None, 900, seats=10)


def grow(one, dice):
    Opportunity.objects.create(
        customer=one, found_on=date(2025, 1, 1), seen_on=date(2025, 1, 1), estimated_revenue=1,
        current_tier="TRIAL", potential_tier="TRIAL", probability_ratio=0.5, state="WON",
        growth=dice.choice(list(Growth)), won_revenue=1, ended_on=a_day(dice, before=500),
    )  # fmt: skip


def go(one, dice):
    ChurnEvent.objects.create(customer=one, churned_on=a_day(dice), reason="PRICE")


def come(one, dice):
    lead = Lead.objects.create(name="x", source=dice.choice(["", "Referral", "A fair"]),
                               received_at=DAY, external_id=str(one.id))  # fmt: skip
    Customer.objects.filter(id=one.id).update(lead=lead, customer_since=a_moment(dice, before=500))


BOUGHT = (sign, renew, turn, grow, go, come)
