"""Acme with a CSM, a sponsor and a champion, and its onboarding with a kickoff on a Tuesday."""

from datetime import date

import pytest

from tenure.customers import actions as customers
from tenure.customers.words import StakeholderRole
from tenure.onboarding.starting import start_onboarding
from tests.moments import NOON

KICKOFF = date(2026, 12, 1)


@pytest.fixture
def staffed(acme, alice, mona):
    customers.assign_customer(customer=acme, csm=alice, by=mona, at=NOON)
    customers.add_stakeholder(
        customer=acme, name="Zoe Sponsor", role=StakeholderRole.SPONSOR, by=mona, at=NOON
    )
    acme.refresh_from_db()
    return acme


@pytest.fixture
def onboarding(staffed, alice):
    return start_onboarding(customer=staffed, kickoff_on=KICKOFF, by=alice, at=NOON)
