"""Measures that another system takes, and tells us."""

from __future__ import annotations

from django.db import models

from tenure.customers.models import Customer
from tenure.foundation.tables import Record, between, not_blank

LARGEST_VALUE = 1e12


class ReportedReading(Record):
    """What a measure said of a customer on a day, as somebody outside reported it.

    One a customer, measure and day: another value for the day takes its place.
    """

    customer = models.ForeignKey(
        Customer, models.PROTECT, related_name="reported_readings", db_index=False
    )
    code = models.CharField(max_length=50, db_comment="of the measure")
    day = models.DateField()
    value = models.FloatField(db_comment="in the measure's own unit")
    source = models.CharField(max_length=200, db_comment="the system that took it")
    recorded_by = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["customer", "code", "day"],
                name="one_reading_per_customer_measure_and_day",
                violation_error_message="This customer already has a reading for this day.",
            ),
            # Not a number is larger than all numbers, for PostgreSQL, and so is refused too.
            between("value", -LARGEST_VALUE, LARGEST_VALUE, "This is not a number to reckon with."),
            not_blank("code", "A reading is of a measure."),
            not_blank("source", "Say where the reading comes from."),
        ]
        indexes = [models.Index(fields=["code", "day"], name="readings_of_a_measure")]

    def __str__(self) -> str:
        return f"{self.code} of {self.customer} on {self.day}"
