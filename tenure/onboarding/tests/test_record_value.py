"""The first value that a customer got is what time to value is measured by."""

from datetime import timedelta

import pytest

from tenure.customers.models import Customer, SuccessProfile
from tenure.foundation.refusals import Invalid
from tenure.onboarding.models import ValueEntry
from tenure.onboarding.values import confirm_value, record_value
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


def test_somebody_at_the_customer_confirms_it_with_a_day(signed, alice):
    entry = record(signed, alice, 10)
    confirm_value(entry=entry, confirmed_by=" Zoe ", confirmed_on=TODAY, by=alice, at=NOON)

    kept = ValueEntry.objects.get()
    assert (kept.confirmed_by, kept.confirmed_on) == ("Zoe", TODAY)


@pytest.mark.parametrize("told", [("", 0), ("Zoe", 11), ("Zoe", -1)])
def test_what_cannot_be_confirmed_so_is_refused(told, signed, alice):
    who, days_ago = told
    entry, day = record(signed, alice, 10), TODAY - timedelta(days=days_ago)
    with pytest.raises(Invalid):
        confirm_value(entry=entry, confirmed_by=who, confirmed_on=day, by=alice, at=NOON)

    assert ValueEntry.objects.get().confirmed_on is None
