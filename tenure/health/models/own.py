"""Measures that people made of known facts, to be counted in scorecards."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from tenure.foundation.tables import Record, between, not_blank
from tenure.programme import scorecard as cards


class OwnMeasure(Record):
    """A measure of somebody's own. A scorecard takes a copy along, which never changes."""

    code = models.CharField(max_length=64, unique=True)
    title = models.CharField(max_length=60)
    definition = models.TextField(blank=True, default="", db_default="")
    unit = models.CharField(max_length=60, blank=True, default="", db_default="")
    expression = models.CharField(max_length=300)
    digits = models.PositiveSmallIntegerField(default=1, db_default=1)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="own_measures"
    )

    class Meta:
        constraints = [
            not_blank("title", "A measure needs a title."),
            not_blank("expression", "A measure needs an expression."),
            between("digits", 0, 3, "A measure shows 0 to 3 decimals."),
        ]

    def __str__(self) -> str:
        return self.title

    def as_scored(self) -> cards.OwnMeasure:
        """As a scorecard takes it along."""
        return cards.OwnMeasure(
            code=self.code, title=self.title, definition=self.definition, unit=self.unit,
            expression=self.expression, digits=self.digits,
        )  # fmt: skip
