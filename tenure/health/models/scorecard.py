"""The scorecards that health is computed by, and which of them is in force."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Now


class Scorecard(models.Model):
    """A version of the scorecard: rows are added, so that every old score can be read."""

    id = models.SmallAutoField(primary_key=True)
    number = models.PositiveSmallIntegerField(unique=True, db_comment="as people call it")
    version = models.CharField(max_length=64, unique=True, db_comment="hash of the definition")
    definition = models.JSONField()
    note = models.TextField(blank=True, default="", db_default="")
    saved_at = models.DateTimeField(db_default=Now())
    saved_by = models.CharField(max_length=200, blank=True, default="", db_default="")

    def __str__(self) -> str:
        return f"version {self.number}"


class ScorecardInForce(models.Model):
    """From when on a version is in force: rows are added, and the newest one counts. Without any
    it is the programme's own."""

    id = models.SmallAutoField(primary_key=True)
    scorecard = models.ForeignKey(Scorecard, models.PROTECT, related_name="times_in_force")
    since = models.DateTimeField()
    put_by = models.CharField(max_length=200)
    note = models.TextField(blank=True, default="", db_default="")

    class Meta:
        verbose_name_plural = "scorecards in force"

    def __str__(self) -> str:
        return f"{self.scorecard} since {self.since:%Y-%m-%d}"
