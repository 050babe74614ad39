"""The scorecards that health was computed by."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Now


class Scorecard(models.Model):
    """A scorecard as it was in force: rows are added, so that every old score can be read."""

    id = models.SmallAutoField(primary_key=True)
    version = models.CharField(max_length=64, unique=True, db_comment="hash of the definition")
    definition = models.JSONField()
    first_used_at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return self.version[:12]
