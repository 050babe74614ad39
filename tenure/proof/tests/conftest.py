"""What proof's tests share: customers of whom one left, after its answers had turned bad."""

import pytest

from tenure.customers import actions as customers
from tenure.customers.models import Customer
from tenure.health.tests.worlds import ago, answer, contract, ticket
from tests.moments import NOON


@pytest.fixture
def portfolio(acme, alice, mona):
    """Ten customers over 400 days. The first one is dissatisfied from day 200 on and leaves 60 days
    ago; Acme and the others are happy and stay."""
    made = [
        customers.create_customer(
            fields={"name": f"Customer {n}", "external_id": f"P-{n}", "tier": "MID_MARKET",
                    "contract_starts_on": ago(400), "annual_contract_value": 10_000},
            csm=alice, by=mona, at=NOON,
        )
        for n in range(9)
    ]  # fmt: skip
    Customer.objects.filter(id=acme.id).update(contract_starts_on=ago(400))
    for customer in (acme, *made):
        is_leaving = customer == made[0]
        contract(customer, 400, 10_000, ends_on=ago(60) if is_leaving else None)
        for days in range(0, 400, 20):
            if not is_leaving or days > 60:
                ticket(customer, days, satisfaction=1 if is_leaving and days < 200 else 5)
                answer(customer, "CSAT", 1 if is_leaving and days < 200 else 5, days)
    Customer.objects.filter(id=made[0].id).update(status="CHURNED", churned_on=ago(60))
    return made
