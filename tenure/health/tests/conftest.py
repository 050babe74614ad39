"""What health's tests share."""

from datetime import datetime

import pytest

from tenure.customers import actions as customers
from tenure.health import drafting
from tenure.health.actions import score_customer
from tenure.health.scorecards import plain_values
from tenure.health.tests.set_scores import set_to
from tenure.programme import in_force
from tests.moments import NOON


@pytest.fixture
def intent(acme, alice):
    """Says how likely Acme is to renew: the only thing that is known of it."""

    def say(percent: int, at: datetime = NOON) -> None:
        changes = {"renewal_intent_percent": percent}
        customers.change_profile(customer=acme, changes=changes, by=alice, at=at)

    return say


@pytest.fixture
def draft(mona):
    values = plain_values(in_force.scorecard())
    return drafting.start_draft(name="Softer", definition=values, by=mona, at=NOON)


@pytest.fixture
def page(draft, mona, sign_in):
    """The client of somebody who may, and the address of the draft."""
    return sign_in(mona), f"/health/drafts/{draft.id}/"


@pytest.fixture
def override(acme, alice, intent):
    """Acme's score, computed as 40, is set to 75 for ten days."""
    intent(40)
    score_customer(customer=acme, by=alice, at=NOON)
    return set_to(acme, alice)
