"""The newest health of a customer, in a narrow table of its own.

It changes every night for every customer; beside the wide, much-indexed customer row that costs a
sixth. The health slice writes it; every list reads it. What happened before stands in its history.

The table also keeps copies of what customers are counted by. The database keeps them true, and
counts with them (tally.py).
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from tenure.customers.models.customer import Customer
from tenure.customers.words import CustomerStatus, OnboardingStatus
from tenure.foundation.tables import between, choice, money, one_of
from tenure.programme.words import ChurnRisk, HealthLevel, HealthTrend, Tier

THRIVING = Q(status=CustomerStatus.ACTIVE.value, level__in=["GOOD", "EXCELLENT"])


class CurrentHealth(models.Model):
    """What the newest score says. Without a score everything here is unknown, not zero."""

    customer = models.OneToOneField(
        Customer, models.PROTECT, primary_key=True, related_name="current_health"
    )
    score = models.PositiveSmallIntegerField(null=True)
    previous_score = models.PositiveSmallIntegerField(
        null=True, db_comment="the score before the newest one"
    )
    level = choice(HealthLevel, null=True)
    trend = choice(HealthTrend, default=HealthTrend.UNKNOWN.value)
    churn_risk = choice(ChurnRisk, default=ChurnRisk.LOW.value)
    recorded_at = models.DateTimeField(null=True)
    known_until = models.DateField(null=True, db_comment="the day that the score is about")
    confidence = models.PositiveSmallIntegerField(
        null=True, db_comment="percent of what the scorecard asks for that was known and fresh"
    )
    month_delta = models.SmallIntegerField(null=True, db_comment="points since about 30 days ago")
    computed_score = models.PositiveSmallIntegerField(
        null=True, db_comment="what the measures say while somebody has set the score by hand"
    )
    override_until = models.DateTimeField(
        null=True, db_comment="until when the score is one that somebody set; null: it is computed"
    )
    headline = models.CharField(
        max_length=200,
        blank=True,
        default="",
        db_default="",
        db_comment="what moved most, in words",
    )

    # Copies, written by the database alone.
    status = choice(CustomerStatus, default=CustomerStatus.ACTIVE.value, editable=False)
    tier = choice(Tier, default=Tier.SMALL_BUSINESS.value, editable=False)
    annual_value = money(default=0, db_default=0, editable=False)
    lifetime_value = money(default=0, db_default=0, editable=False)
    onboarding_status = choice(
        OnboardingStatus, default=OnboardingStatus.NOT_STARTED.value, editable=False
    )
    adoption_percent = models.DecimalField(
        max_digits=5, decimal_places=2, null=True, editable=False
    )
    latest_nps = models.SmallIntegerField(null=True, editable=False)
    latest_csat = models.DecimalField(max_digits=3, decimal_places=2, null=True, editable=False)
    time_to_value_days = models.PositiveIntegerField(null=True, editable=False)
    onboarding_days = models.IntegerField(null=True, editable=False)
    is_trained = models.BooleanField(default=False, db_default=False, editable=False)

    class Meta:
        verbose_name_plural = "current health"
        constraints = [
            between("score", 0, 100, "A score lies between 0 and 100."),
            between("computed_score", 0, 100, "A score lies between 0 and 100."),
            one_of("level", HealthLevel),
            one_of("trend", HealthTrend),
            one_of("churn_risk", ChurnRisk),
            models.CheckConstraint(
                condition=Q(score=None, level=None, recorded_at=None)
                | Q(score__isnull=False, level__isnull=False, recorded_at__isnull=False),
                name="a_score_comes_with_its_level_and_its_time",
                violation_error_message="A score comes with its level and its time.",
            ),
            models.CheckConstraint(
                condition=Q(override_until__isnull=False) | Q(computed_score=None),
                name="a_computed_score_stands_beside_one_set_by_hand",
                violation_error_message="The computed score stands beside one that was set by hand.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["customer"],
                name="customers_scored_by_hand",
                condition=Q(override_until__isnull=False),
            ),
            models.Index(fields=["score", "customer"], name="customers_by_health"),
            models.Index(fields=["churn_risk", "score", "customer"], name="customers_by_risk"),
            models.Index(fields=["level", "score", "customer"], name="customers_by_level"),
            models.Index(
                fields=["tier", "annual_value"],
                name="customers_by_value_in_tier",
                condition=THRIVING,
            ),
            models.Index(
                fields=["customer"],
                name="customers_in_full_use",
                condition=THRIVING & Q(adoption_percent__gte=80, latest_nps__gte=50),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.customer_id}: {self.score}"

    @property
    def is_overridden(self) -> bool:
        """Whether somebody set the score; `computed_score` then is what the measures say."""
        return self.override_until is not None

    @property
    def measured_score(self) -> int | None:
        """What the measures say, whether somebody set another score or not."""
        return self.computed_score if self.is_overridden else self.score
