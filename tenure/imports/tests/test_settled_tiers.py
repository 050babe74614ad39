"""Contracts that come in decide a tier until it is reviewed, and no longer."""

from tenure.customers.models import Customer
from tenure.tiering import actions
from tests.moments import NOON

CUSTOMERS = "external_id,name\nC-1,Acme\n"
CONTRACTS = "external_id,customer_external_id,starts_on,annual_value\nK-1,C-1,2026-01-01,{}\n"


def test_after_its_first_review_a_tier_moves_by_review_only(bring_in, mona):
    bring_in(CUSTOMERS)
    tiers = []
    for value in (6_000, 30_000, 120_000):
        bring_in(CONTRACTS.format(value))
        acme = Customer.objects.get()
        tiers.append(acme.tier)
        if value == 30_000:
            actions.review_tiers(customers=[acme.id], by=mona, at=NOON)

    assert tiers == ["SMALL_BUSINESS", "MID_MARKET", "MID_MARKET"]
    assert acme.annual_contract_value == 120_000
