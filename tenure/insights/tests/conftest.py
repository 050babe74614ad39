import random

import pytest

from tenure.customers import actions as customers
from tenure.customers.models import Customer, SuccessProfile
from tenure.insights.tests.making import SINCE
from tenure.insights.tests.world import FACTS
from tenure.insights.tests.world_of_money import BOUGHT
from tests.moments import NOON


@pytest.fixture
def two(acme, mona):
    """Acme of the highest tier and Globex of a lower one, both long with us."""
    globex = customers.create_customer(fields={"name": "Globex"}, by=mona, at=NOON)
    Customer.objects.filter(id=globex.id).update(tier="SMALL_BUSINESS", customer_since=SINCE)
    Customer.objects.filter(id=acme.id).update(tier="ENTERPRISE", customer_since=SINCE)
    return acme, globex


@pytest.fixture(params=range(6))
def some(request, mona, alice, bob):
    """A dozen customers of whom this and that is known, and of some nothing."""
    dice = random.Random(request.param)
    made = [
        customers.create_customer(fields={"name": f"C{n}"}, by=mona, at=NOON) for n in range(12)
    ]
    Customer.objects.update(customer_since=SINCE, tier="SMALL_BUSINESS")
    for one in made:
        SuccessProfile.objects.filter(customer=one).update(csm=dice.choice([alice, bob, None]))
        for fact in (*BOUGHT, *FACTS):
            if dice.random() < 0.6:
                fact(one, dice)
    return list(Customer.objects.select_related("success_profile__csm").order_by("name"))
