"""Scores set by hand, for tests: setting one, and what then is shown."""

from datetime import timedelta

from tenure.customers.models import CurrentHealth
from tenure.health import overriding
from tests.moments import NOON

LATER = NOON + timedelta(days=1)
IN_TEN_DAYS = NOON + timedelta(days=10)


def set_to(customer, by, at=NOON, **given):
    told = {"score": 75, "reason": "The sponsor told me", "expires_at": at + timedelta(days=10)}
    return overriding.set_override(customer=customer, by=by, at=at, **(told | given))


def shown(customer) -> tuple:
    """The effective score, the computed one beside it, level, risk, and until when."""
    now = CurrentHealth.objects.get(customer=customer)
    return now.score, now.computed_score, now.level, now.churn_risk, now.override_until


NEAR = (40, None, "FAIR", "HIGH", None)  # ten days later the renewal is near
COMPUTED = (40, None, "FAIR", "MEDIUM", None)
SET = (75, 40, "GOOD", "LOW", IN_TEN_DAYS)
