"""The newest health of a customer, in a narrow table of its own.

It changes every night for every customer; beside the wide, much-indexed customer row that costs a
sixth. The health slice writes it; every list reads it. What happened before stands in its history.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from tenure.customers.models.customer import Customer
from tenure.foundation.tables import between, choice, one_of
from tenure.programme.words import ChurnRisk, HealthLevel, HealthTrend


class CurrentHealth(models.Model):
    """What the newest score says. Without a score everything here is unknown, not zero."""

    customer = models.OneToOneField(
        Customer, models.PROTECT, primary_key=True, related_name="current_health"
    )
    score = models.PositiveSmallIntegerField(null=True)
    level = choice(HealthLevel, null=True)
    trend = choice(HealthTrend, default=HealthTrend.UNKNOWN.value)
    churn_risk = choice(ChurnRisk, default=ChurnRisk.LOW.value)
    recorded_at = models.DateTimeField(null=True)
    known_until = models.DateField(null=True, db_comment="the day that the score is about")
    month_delta = models.SmallIntegerField(null=True, db_comment="points since about 30 days ago")
    headline = models.CharField(
        max_length=200,
        blank=True,
        default="",
        db_default="",
        db_comment="what moved most, in words",
    )

    class Meta:
        verbose_name_plural = "current health"
        constraints = [
            between("score", 0, 100, "A score lies between 0 and 100."),
            one_of("level", HealthLevel),
            one_of("trend", HealthTrend),
            one_of("churn_risk", ChurnRisk),
            models.CheckConstraint(
                condition=Q(score=None, level=None, recorded_at=None)
                | Q(score__isnull=False, level__isnull=False, recorded_at__isnull=False),
                name="a_score_comes_with_its_level_and_its_time",
                violation_error_message="A score comes with its level and its time.",
            ),
        ]
        indexes = [
            models.Index(fields=["score", "customer"], name="customers_by_health"),
            models.Index(fields=["churn_risk", "score", "customer"], name="customers_by_risk"),
            models.Index(fields=["level", "score", "customer"], name="customers_by_level"),
        ]

    def __str__(self) -> str:
        return f"{self.customer_id}: {self.score}"
