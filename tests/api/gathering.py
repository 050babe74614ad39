"""A crowd of customers at random, for figures that are checked against a slow computation."""

import random
from datetime import date, timedelta
from decimal import Decimal

from django.db import connection

from tenure.advocacy.models import AdvocacyActivity, AdvocacyStatus, AdvocacyType
from tenure.customers.actions import create_customer
from tenure.customers.models import Customer, SuccessProfile
from tenure.customers.words import CustomerStatus, OnboardingStatus
from tenure.health.entering import record_score
from tenure.programme.words import Tier
from tests.moments import NOON, TODAY


def gather(seed: int, mona) -> None:
    """Customers at random, and then most of them changed at random, by actions and by plain SQL."""
    dice = random.Random(seed)
    for n in range(60):
        customer = create_customer(
            fields={"name": f"C {n}", "tier": dice.choice(list(Tier)), "status": "ACTIVE",
                    "annual_contract_value": dice.randrange(200_000), "lifetime_value": n,
                    "contract_starts_on": TODAY},
            by=mona, at=NOON,
        )  # fmt: skip
        for step in range(dice.randrange(4)):
            at = NOON + timedelta(days=step)
            record_score(customer=customer, fields={"score": dice.randrange(101)}, by=mona, at=at)
        change(dice, customer)
    Customer.objects.filter(name__endswith="7").update(status="CHURNED", annual_contract_value=5)
    with connection.cursor() as cursor:
        cursor.execute(
            "update customers_successprofile set latest_nps = null where total_users = 3"
        )
        cursor.execute("select customers_fold_tally()")


def change(dice: random.Random, customer: Customer) -> None:
    starts, took = date(2026, 1, 1), dice.choice([None, 5, 40])
    Customer.objects.filter(id=customer.id).update(status=dice.choice(list(CustomerStatus)))
    SuccessProfile.objects.filter(customer=customer).update(
        onboarding_status=dice.choice(list(OnboardingStatus)),
        adoption_percent=dice.choice([None, Decimal("12.50"), 80]),
        latest_nps=dice.choice([None, -40, 0, 70]),
        latest_csat=dice.choice([None, Decimal("3.40"), 5]),
        time_to_value_days=dice.choice([None, 0, 21]),
        onboarding_starts_on=starts,
        onboarding_ends_on=took and starts + timedelta(days=took),
        training_completed=dice.random() < 0.5,
        total_users=dice.randrange(5),
    )
    for _ in range(dice.randrange(3)):
        AdvocacyActivity.objects.create(
            customer=customer, activity_type=dice.choice(list(AdvocacyType)), title="x",
            status=dice.choice(list(AdvocacyStatus)), happens_on=TODAY,
        )  # fmt: skip
