"""Scoring runs: everybody, some thousand customers at a time."""

from __future__ import annotations

from django.db import models

from tenure.foundation.tables import Record


class ScoringRun(Record):
    """One run over all customers. All its scores hold for one instant; it goes through customers in
    the order of their ids, so that one that was killed goes on behind the last that it wrote."""

    at = models.DateTimeField(db_comment="the instant that its scores hold for")
    known_until = models.DateField()
    knows_present = models.BooleanField(db_comment="whether facts without a date count")
    asked_by = models.CharField(max_length=200)
    is_running = models.BooleanField(default=True, db_default=True)
    finished_at = models.DateTimeField(null=True)
    customers = models.PositiveIntegerField(default=0, db_default=0)
    done = models.PositiveIntegerField(default=0, db_default=0)
    last_customer_id = models.UUIDField(null=True)
    scored = models.PositiveIntegerField(default=0, db_default=0)
    unchanged = models.PositiveIntegerField(default=0, db_default=0)
    unknown = models.PositiveIntegerField(default=0, db_default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["is_running"],
                condition=models.Q(is_running=True),
                name="one_scoring_run_at_a_time",
                violation_error_message="Everybody is being scored already.",
            ),
        ]
        indexes = [models.Index(fields=["-created_at"], name="scoring_runs_newest_first")]

    def __str__(self) -> str:
        return f"Scoring of {self.at:%Y-%m-%d %H:%M}"
