"""What customers did in the product, one row a day, customer and feature."""

from __future__ import annotations

from django.db import models

from tenure.customers.models import Customer
from tenure.foundation.tables import facts, not_negative


class Feature(models.Model):
    """A feature of the product. The one named “” stands for the product as a whole."""

    id = models.SmallAutoField(primary_key=True)
    name = models.CharField(max_length=200, unique=True)
    is_core = models.BooleanField(default=True, db_default=True)

    def __str__(self) -> str:
        return self.name or "whole product"


class DailyUsage(models.Model):
    """One day of one customer in one feature. What was not measured is null, never zero.

    The table is partitioned by month and filled by COPY (see migration 0001). A row is known by
    customer, day, feature and the source's own id, so that importing it again changes nothing.
    """

    pk = models.CompositePrimaryKey("customer", "day", "feature", "external_id")
    customer = models.ForeignKey(Customer, models.PROTECT, related_name="daily_usage")
    day = models.DateField()
    feature = models.ForeignKey(Feature, models.PROTECT, related_name="+")
    external_id = models.CharField(max_length=200, default="", db_default="")
    active_users = models.IntegerField(null=True)
    active_users_7_days = models.IntegerField(
        null=True,
        db_comment="distinct, of the seven days that end with this one; of the whole product",
    )
    active_users_28_days = models.IntegerField(
        null=True,
        db_comment="distinct, of the 28 days that end with this one; of the whole product",
    )
    logins = models.IntegerField(null=True)
    uses = models.IntegerField(null=True)
    seconds = models.IntegerField(null=True, db_comment="time spent, all users together")
    errors = models.IntegerField(null=True)
    contract_external_id = models.CharField(max_length=200, default="", db_default="")
    source_facts = facts()

    class Meta:
        verbose_name_plural = "daily usage"
        managed = False
        constraints = [
            not_negative(column, "A count cannot be negative.")
            for column in (
                "active_users", "active_users_7_days", "active_users_28_days", "logins", "uses",
                "seconds", "errors",
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.customer_id} on {self.day}"
