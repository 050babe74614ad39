"""The first value that a customer got is what time to value is measured by."""

from datetime import timedelta

import pytest

from tenure.customers.models import Customer, SuccessProfile
from tenure.foundation.refusals import Invalid
from tenure.onboarding.models import ValueEntry
from tenure.onboarding.values import record_value
from tests.moments import NOON, TODAY


def record(customer, by, days_ago):
    fields = {"what": "First policy sold", "achieved_on": TODAY - timedelta(days=days_ago)}
    return record_value(customer=customer, fields=fields, by=by, at=NOON)


def known():
    return SuccessProfile.objects.get().time_to_value_days


@pytest.fixture
def signed(acme):
    Customer.objects.update(contract_starts_on=TODAY - timedelta(days=40))
    acme.refresh_from_db()
    return acme


def test_time_to_value_is_unknown_until_something_is_recorded(signed, alice):
    assert known() is None
    record(signed, alice, 10)
    assert known() == 30


def test_an_earlier_value_counts_though_it_is_written_down_later(signed, alice):
    record(signed, alice, 10)
    record(signed, alice, 15)

    assert known() == 25


def test_a_value_before_the_contract_counts_as_at_once(signed, alice):
    record(signed, alice, 60)

    assert known() == 0


def test_what_lies_ahead_is_refused(signed, alice):
    with pytest.raises(Invalid):
        record(signed, alice, -1)

    assert not ValueEntry.objects.exists()
    assert known() is None
