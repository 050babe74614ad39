"""Customers whose health is said outright, so that alerts can be opened for them."""

from datetime import timedelta

import pytest

from tenure.alerts.models import Alert
from tenure.alerts.opening import open_alerts
from tenure.customers.models import CurrentHealth
from tenure.programme import in_force
from tests.moments import NOON

LEVELS = {80: "EXCELLENT", 60: "GOOD", 40: "FAIR", 0: "POOR"}


@pytest.fixture
def stands(acme):
    """Says how healthy Acme is, a day later each time, and opens alerts; answers those at work."""
    day = iter(range(1000))

    def say(score, before=None, confidence=90):
        at = NOON + timedelta(days=next(day))
        level = next(name for least, name in LEVELS.items() if score >= least)
        CurrentHealth.objects.filter(customer=acme).update(
            score=score, previous_score=before, level=level, recorded_at=at, confidence=confidence
        )
        open_alerts([acme.id], at, in_force.scorecard())
        return set(Alert.objects.exclude(state="RESOLVED").values_list("rule", flat=True))

    return say


@pytest.fixture
def red(stands, acme):
    """An open alert: Acme is in the red."""
    stands(30, 35)
    return Alert.objects.get()
