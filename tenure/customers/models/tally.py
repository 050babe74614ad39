"""How many customers there are of each sort, and what they come to: kept by the database."""

from __future__ import annotations

from typing import Any

from django.db import models

from tenure.customers.words import CustomerStatus, OnboardingStatus
from tenure.foundation.tables import choice
from tenure.programme.words import ChurnRisk, HealthLevel, Tier


def total() -> models.DecimalField[Any, Any]:
    return models.DecimalField(max_digits=24, decimal_places=2)


class Tally(models.Model):
    """A difference: so many customers of a sort more or less, and what that does to the sums.

    Rows are only added, so nobody waits for anybody; what there is, is their sum. From time to time
    rows are folded into one a sort. See tally.py for the triggers.
    """

    id = models.BigAutoField(primary_key=True)
    status = choice(CustomerStatus)
    tier = choice(Tier)
    level = choice(HealthLevel, null=True)
    churn_risk = choice(ChurnRisk)
    onboarding_status = choice(OnboardingStatus)
    customers = models.BigIntegerField()
    annual_value = total()
    lifetime_value = total()
    scored = models.BigIntegerField(db_comment="customers with a score")
    score_sum = models.BigIntegerField()
    adoption_known = models.BigIntegerField()
    adoption_sum = total()
    nps_known = models.BigIntegerField()
    nps_sum = models.BigIntegerField()
    csat_known = models.BigIntegerField()
    csat_sum = total()
    time_to_value_known = models.BigIntegerField()
    time_to_value_sum = models.BigIntegerField()
    onboarding_known = models.BigIntegerField()
    onboarding_sum = models.BigIntegerField()
    trained = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.customers} {self.status} {self.tier}"
