"""Health, as it was at each moment."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from tenure.customers.models import Customer
from tenure.foundation.ids import new_id
from tenure.foundation.tables import between, choice, facts, one_of
from tenure.health.models.scorecard import Scorecard
from tenure.programme.words import HealthLevel, HealthTrend, Tier


class HealthScore(models.Model):
    """The health of one customer at one moment. Rows are added, never changed.

    A computed score has its scorecard and, in the scorecard's order of measures, what each measure
    was (`measured`, in its own unit) and scored (0-100); null means unknown. A score that somebody
    entered has neither, but may have `factors`.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    customer = models.ForeignKey(
        Customer, models.PROTECT, related_name="health_scores", db_index=False
    )
    recorded_at = models.DateTimeField()
    score = models.PositiveSmallIntegerField()
    level = choice(HealthLevel)
    trend = choice(HealthTrend, default=HealthTrend.STABLE.value)
    engagement_score = models.PositiveSmallIntegerField(null=True)
    success_score = models.PositiveSmallIntegerField(null=True)
    satisfaction_score = models.PositiveSmallIntegerField(null=True)
    financial_score = models.PositiveSmallIntegerField(null=True)
    scorecard = models.ForeignKey(
        Scorecard, models.PROTECT, null=True, related_name="scores", db_index=False
    )
    tier = choice(Tier, null=True, db_comment="the tier whose weights and curves applied")
    measured = ArrayField(models.FloatField(null=True), null=True)
    measure_scores = ArrayField(models.FloatField(null=True), null=True)
    known_until = models.DateField(null=True, db_comment="the last day that the feeds reported")
    confidence = models.PositiveSmallIntegerField(
        null=True, db_comment="percent of what the scorecard asks for that was known and fresh"
    )
    factors = facts()
    notes = models.TextField(blank=True, default="", db_default="")
    recorded_by = models.CharField(max_length=200, blank=True, default="", db_default="")

    class Meta:
        constraints = [
            between("score", 0, 100, "A score lies between 0 and 100."),
            between("engagement_score", 0, 100, "A score lies between 0 and 100."),
            between("success_score", 0, 100, "A score lies between 0 and 100."),
            between("satisfaction_score", 0, 100, "A score lies between 0 and 100."),
            between("financial_score", 0, 100, "A score lies between 0 and 100."),
            between("confidence", 0, 100, "Confidence lies between 0 and 100."),
            one_of("level", HealthLevel),
            one_of("trend", HealthTrend),
            one_of("tier", Tier),
            models.UniqueConstraint(
                "customer",
                models.F("recorded_at").desc(),
                name="one_score_per_customer_and_instant",
                violation_error_message="This customer already has a score for this instant.",
            ),
            models.CheckConstraint(
                condition=Q(scorecard=None, tier=None, measured=None, measure_scores=None)
                | Q(
                    scorecard__isnull=False,
                    tier__isnull=False,
                    measured__isnull=False,
                    measure_scores__isnull=False,
                ),
                name="a_computed_score_has_its_readings",
                violation_error_message="A computed score comes with its readings.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.customer_id} {self.score} at {self.recorded_at:%Y-%m-%d}"
