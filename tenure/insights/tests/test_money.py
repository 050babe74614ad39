"""Metrics of who stays, buys and gets value, each worked by hand."""

from datetime import date

import pytest

from tenure.customers.models import ChurnEvent, Customer
from tenure.insights.figures import figures
from tenure.insights.tests.making import DAY, OCTOBER, contract, value
from tenure.onboarding.models import ValueEntry


def test_retention_of_money_and_of_customers(two):
    contract(two[0], date(2025, 1, 1), None, 9_000)
    contract(two[0], date(2026, 10, 7), None, 1_000)
    contract(two[1], date(2025, 1, 1), date(2026, 10, 12), 3_000)
    assert value("nrr") == pytest.approx(100 * 10_000 / 12_000)
    told = figures(OCTOBER)
    assert told["grr"].value == 75
    assert (told["churn"].value, told["retention"].value, told["revenue_churn"].value) == (
        50,
        50,
        25,
    )
    assert told["renewal"].value == 0
    assert told["clv"].value == 9_000  # what stayed of those a year ago, over the one that left


def test_a_renewal_within_the_gap_is_a_renewal(two):
    contract(two[0], date(2025, 10, 15), date(2026, 10, 14), 100)
    contract(two[0], date(2026, 11, 10), None, 100)
    assert value("renewal") == 100
    assert figures(OCTOBER)["churn"].value == 0


def test_reasons_of_churn_are_counted(two):
    ChurnEvent.objects.create(customer=two[0], churned_on=DAY.date(), reason="PRICE")
    assert value("churn_reasons") == 1


def test_time_to_value_and_whether_it_was_in_time(two):
    for customer, signed, got in (
        (two[0], date(2026, 9, 25), date(2026, 10, 5)), (two[1], date(2026, 10, 1), date(2026, 11, 20)),
    ):  # fmt: skip
        Customer.objects.filter(id=customer.id).update(contract_starts_on=signed)
        ValueEntry.objects.create(customer=customer, what="x", achieved_on=got)
    assert value("time_to_value") == 10
    assert figures(OCTOBER)["time_to_value_in_time"].value == 0  # only the second was signed then
