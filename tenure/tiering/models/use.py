"""What customers used month by month of what their tiers limit."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from tenure.customers.models import Customer
from tenure.foundation.tables import Record, not_blank, not_negative


class MonthlyUse(Record):
    """What a customer used in a month of something that tiers limit, as another system says."""

    customer = models.ForeignKey(
        Customer, models.PROTECT, related_name="monthly_use", db_index=False
    )
    month = models.DateField(db_comment="its first day")
    name = models.CharField(max_length=50, db_comment="of the limit, as the programme calls it")
    value = models.DecimalField(max_digits=16, decimal_places=3)

    class Meta:
        verbose_name_plural = "monthly use"
        constraints = [
            not_blank("name", "Say what was used."),
            not_negative("value", "Use cannot be negative."),
            models.CheckConstraint(
                condition=Q(month__day=1),
                name="a_month_is_its_first_day",
                violation_error_message="Give the first day of the month.",
            ),
            models.UniqueConstraint(
                fields=["customer", "name", "month"],
                name="one_use_per_customer_limit_and_month",
                violation_error_message="The use of this month is known already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.value} {self.name} in {self.month:%B %Y}"
