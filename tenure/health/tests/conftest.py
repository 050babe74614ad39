"""What health's tests share."""

from datetime import datetime

import pytest

from tenure.customers import actions as customers
from tests.moments import NOON


@pytest.fixture
def intent(acme, alice):
    """Says how likely Acme is to renew: the only thing that is known of it."""

    def say(percent: int, at: datetime = NOON) -> None:
        changes = {"renewal_intent_percent": percent}
        customers.change_profile(customer=acme, changes=changes, by=alice, at=at)

    return say
