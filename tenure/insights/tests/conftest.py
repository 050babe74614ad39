import pytest

from tenure.customers import actions as customers
from tenure.customers.models import Customer
from tenure.insights.tests.making import SINCE
from tests.moments import NOON


@pytest.fixture
def two(acme, mona):
    """Acme of the highest tier and Globex of a lower one, both long with us."""
    globex = customers.create_customer(fields={"name": "Globex"}, by=mona, at=NOON)
    Customer.objects.filter(id=globex.id).update(tier="SMALL_BUSINESS", customer_since=SINCE)
    Customer.objects.filter(id=acme.id).update(tier="ENTERPRISE", customer_since=SINCE)
    return acme, globex
