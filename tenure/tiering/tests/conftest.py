"""Customers whose value, renewal and use are said outright."""

from datetime import date
from decimal import Decimal

import pytest

from tenure.customers import actions as customers
from tenure.tiering import actions
from tenure.tiering.models import TierChange
from tests.moments import NOON


@pytest.fixture
def globex(alice, mona):
    """A Small business in Alice's book whose tier follows its value."""
    return customers.create_customer(
        fields={
            "name": "Globex",
            "annual_contract_value": Decimal(12_000),
            "contract_starts_on": date(2026, 3, 1),
            "next_renewal_on": date(2027, 3, 1),
        },
        csm=alice,
        by=mona,
        at=NOON,
    )


@pytest.fixture
def used(mona):
    """Says what a customer used in September and October: `used(globex, "agents", 11, 12)`."""

    def say(customer, name, september, october):
        for month, value in ((date(2026, 9, 1), september), (date(2026, 10, 1), october)):
            actions.report_use(
                customer=customer, month=month, name=name, value=Decimal(value), by=mona, at=NOON
            )

    return say


@pytest.fixture
def proposed(globex, mona):
    """Changes what Globex is worth and looks at its tier; answers the change that is open then."""

    def say(value=12_000, at=NOON, **facts):
        type(globex).objects.filter(id=globex.id).update(annual_contract_value=value, **facts)
        actions.review_tiers(customers=[globex.id], by=mona, at=at)
        return TierChange.objects.undecided().filter(customer=globex).first()

    return say
