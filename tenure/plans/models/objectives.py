"""What a plan is to reach, and what was measured of it on which day."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q

from tenure.foundation.tables import Record, choice, not_blank, one_of
from tenure.plans.models.plans import SuccessPlan
from tenure.plans.words import Direction


def figure(**options: Any) -> models.DecimalField[Any, Any]:
    """A number in the unit of its objective, exact to four places."""
    return models.DecimalField(max_digits=18, decimal_places=4, **options)


class Objective(Record):
    """What is to be reached, from where, and how far it is. What is not known is null, never zero.

    `current` repeats the newest measurement, so that a list of plans is one question."""

    plan = models.ForeignKey(SuccessPlan, models.PROTECT, related_name="objectives", db_index=False)
    title = models.CharField(max_length=200)
    unit = models.CharField(max_length=60, blank=True, default="", db_default="")
    metric = models.CharField(max_length=100, blank=True, default="", db_default="")
    direction = choice(Direction, default=Direction.HIGHER.value)
    baseline = figure(null=True, blank=True)
    target = figure(null=True, blank=True)
    current = figure(null=True, blank=True, editable=False)
    measured_on = models.DateField(null=True, blank=True, editable=False)
    dropped_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            not_blank("title", "Say what is to be reached."),
            one_of("direction", Direction),
            models.CheckConstraint(
                condition=Q(baseline=None)
                | Q(target=None)
                | Q(direction=Direction.HIGHER.value, target__gte=F("baseline"))
                | Q(direction=Direction.LOWER.value, target__lte=F("baseline")),
                name="a_target_lies_the_better_way_from_its_baseline",
                violation_error_message="The target lies the worse way from the baseline.",
            ),
            models.CheckConstraint(
                condition=Q(current=None, measured_on=None)
                | Q(current__isnull=False, measured_on__isnull=False),
                name="a_current_value_has_its_day",
                violation_error_message="Say on which day this was measured.",
            ),
        ]
        indexes = [models.Index(fields=["plan", "id"], name="objectives_of_a_plan")]

    def __str__(self) -> str:
        return self.title


class Measurement(Record):
    """What an objective had come to on a day. Rows are added; the newest of a day counts."""

    objective = models.ForeignKey(
        Objective, models.PROTECT, related_name="measurements", db_index=False
    )
    measured_on = models.DateField()
    value = figure()
    measured_by = models.CharField(max_length=200)
    note = models.CharField(max_length=500, blank=True, default="", db_default="")

    class Meta:
        constraints = [not_blank("measured_by", "Say who measured it.")]
        indexes = [
            models.Index(
                fields=["objective", "-measured_on", "-id"], name="measurements_of_an_objective"
            )
        ]

    def __str__(self) -> str:
        return f"{self.value.normalize():f} on {self.measured_on}"
