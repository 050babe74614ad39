"""Scorecards that somebody is working on."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from tenure.foundation.tables import Record, not_blank
from tenure.health.models.scorecard import Scorecard


class Draft(Record):
    """A scorecard in the making. It may be wrong; `definition` holds what was typed, as the
    TOML would have it, with texts where a number could not be read."""

    name = models.CharField(max_length=100)
    based_on = models.ForeignKey(Scorecard, models.PROTECT, null=True, related_name="drafts")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="drafts"
    )
    definition = models.JSONField()

    class Meta:
        constraints = [not_blank("name", "A draft needs a name.")]

    def __str__(self) -> str:
        return self.name
