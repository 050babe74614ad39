"""Metrics of who buys more, who renews early and what a customer brings, each worked by hand."""

from datetime import UTC, date, datetime

import pytest

from tenure.advocacy.models import AdvocacyActivity
from tenure.customers.models import Customer
from tenure.expansion.models import Opportunity
from tenure.expansion.words import Growth, OpportunityState
from tenure.insights.tests.making import DAY, contract, told, value
from tenure.onboarding.models import ValueEntry


def won(customer, growth: Growth) -> None:
    Opportunity.objects.create(
        customer=customer, found_on=DAY.date(), seen_on=DAY.date(), estimated_revenue=1,
        current_tier="TRIAL", potential_tier="TRIAL", probability_ratio=0.5, growth=growth, won_revenue=1,
        state=OpportunityState.WON, ended_on=DAY.date(),
    )  # fmt: skip


def test_who_bought_more_of_the_same_and_who_another_product(two):
    won(two[0], Growth.SEATS)
    won(two[0], Growth.TIER)
    assert value("upsell") == 50
    assert told("cross_sell") == 0


def test_expansion_of_those_whose_first_year_ended(two):
    for customer in two:
        Customer.objects.filter(id=customer.id).update(contract_starts_on=date(2025, 10, 10))
        contract(customer, date(2025, 10, 10), None, 100)
    contract(two[1], date(2026, 5, 1), None, 40)
    assert value("expansion_rate") == 50
    assert told("expansion_revenue") == pytest.approx(100 * 40 / 200)  # over the last year
    assert told("nrr") == 100


def test_renewed_before_the_end_or_at_it(two):
    for customer, day in ((two[0], 1), (two[1], 14)):
        old = contract(customer, date(2025, 10, 15), date(2026, 10, 14), 100)
        contract(
            customer, date(2026, 10, 15), None, 100, follows=old, follows_as="RENEWAL",
            created_at=datetime(2026, 9 if day == 1 else 10, day, tzinfo=UTC),
        )  # fmt: skip
    assert value("early_renewal") == 50
    assert told("renewal") == 100


def test_an_amendment_is_no_renewal(two):
    old = contract(two[0], date(2025, 10, 15), date(2026, 10, 14), 100)
    contract(two[0], date(2026, 10, 15), None, 90, follows=old, follows_as="AMENDMENT")
    assert value("renewal") is None
    assert told("grr") == 90


def test_return_is_what_it_brought_over_what_it_cost(two):
    contract(two[0], date(2025, 11, 1), date(2026, 10, 31), 1_000)
    ValueEntry.objects.create(
        customer=two[0], what="Saved", amount=3_000, unit="$ a year", achieved_on=DAY.date()
    )
    for unit in ("hours", "EUR", ""):  # no money of ours
        ValueEntry.objects.create(
            customer=two[0], what="Other", amount=90, unit=unit, achieved_on=DAY.date()
        )
    costs = 1_000 * 365 / 365.25
    assert value("roi") == pytest.approx(100 * (3_000 - costs) / costs)


def test_references_count_once_a_customer(two):
    for _ in range(2):
        AdvocacyActivity.objects.create(
            customer=two[0], activity_type="REFERENCE_CALL", title="x", status="COMPLETED",
            happens_on=DAY.date(),
        )  # fmt: skip
    assert value("reference_rate") == 50
    assert told("case_studies") == 0
