"""Who was with us on a past day, and who left when."""

import pytest

from tenure.customers.models import ChurnEvent, Customer
from tenure.health.tests.worlds import ago, contract
from tenure.proof import queries
from tests.moments import NOON, TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def long_here(acme):
    """Acme came 500 days ago."""
    Customer.objects.filter(id=acme.id).update(contract_starts_on=ago(500))
    acme.refresh_from_db()


def churn_event(customer, days_ago: int) -> None:
    ChurnEvent.objects.create(
        customer=customer, churned_on=ago(days_ago), external_id=f"E-{days_ago}", created_at=NOON
    )


def left(customer) -> list[int]:
    """The days ago on which it left."""
    return [(TODAY - one.day).days for one in queries.leavings([customer.id], TODAY)]


def present_on(customer, *days_ago: int) -> list[int]:
    days = [ago(days) for days in days_ago]
    found = queries.present([customer.id], days, queries.leavings([customer.id], TODAY))
    return [(TODAY - one.day).days for one in found]


def test_who_has_contracts_and_no_churn_never_left(acme):
    contract(acme, 500, 1000)

    assert left(acme) == []
    assert present_on(acme, 501, 500, 100, 0) == [500, 100, 0]


def test_a_churn_event_and_the_end_of_the_contract_days_later_are_one_leaving(acme):
    contract(acme, 500, 1000, ends_on=ago(80))
    churn_event(acme, 100)

    assert left(acme) == [100]


def test_a_contract_that_was_followed_by_none_is_a_leaving(acme):
    contract(acme, 500, 1000, ends_on=ago(200))

    assert left(acme) == [200]
    assert present_on(acme, 201, 200, 150) == [201]


def test_a_renewal_within_thirty_days_is_none(acme):
    contract(acme, 500, 1000, ends_on=ago(200))
    contract(acme, 170, 1000)

    assert left(acme) == []


def test_a_later_one_is_a_return(acme):
    contract(acme, 500, 1000, ends_on=ago(200))
    contract(acme, 150, 1000)

    assert left(acme) == [200]
    assert present_on(acme, 201, 160, 150, 20) == [201, 150, 20]


def test_a_contract_that_ended_lately_is_not_settled(acme):
    contract(acme, 500, 1000, ends_on=ago(10))

    assert [one.is_settled for one in queries.leavings([acme.id], TODAY)] == [False]


def test_the_end_of_a_trial_is_no_leaving(acme):
    contract(acme, 500, 0, ends_on=ago(200), is_trial=True)

    assert left(acme) == []


def test_who_is_churned_is_gone_whatever_contracts_say(acme):
    contract(acme, 500, 1000)
    Customer.objects.filter(id=acme.id).update(status="CHURNED", churned_on=ago(100))

    assert left(acme) == [100]
    assert present_on(acme, 101, 100, 20) == [101]


def test_without_contracts_the_customers_own_value_counts(acme):
    (found,) = queries.present([acme.id], [ago(10)], [])

    assert (found.value, found.tenure_days) == (48_000.0, 490)
