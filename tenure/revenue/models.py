"""Forecasts of renewals: what somebody expected, when. Rows are added and never changed."""

from __future__ import annotations

from django.db import models

from tenure.contracts.models import Contract
from tenure.customers.models import Customer
from tenure.foundation.tables import Record, choice, money, not_negative, one_of
from tenure.revenue.words import Call


class RenewalForecast(Record):
    """What a person expects of one renewal of a contract. The newest holds; as of a past day that one
    holds which was the newest then."""

    customer = models.ForeignKey(Customer, models.PROTECT, related_name="forecasts", db_index=False)
    contract = models.ForeignKey(Contract, models.PROTECT, related_name="forecasts", db_index=False)
    renews_on = models.DateField(db_comment="the first day of the next term")
    call = choice(Call)
    amount = money(db_comment="a year, from the renewal on")
    note = models.TextField(blank=True, default="", db_default="")
    said_by = models.CharField(max_length=200)
    said_at = models.DateTimeField()

    class Meta:
        constraints = [
            one_of("call", Call),
            not_negative("amount", "What is expected cannot be negative."),
        ]
        indexes = [
            models.Index(
                fields=["contract", "renews_on", "-said_at"], name="forecasts_of_a_renewal"
            ),
            models.Index(fields=["customer", "-said_at"], name="forecasts_of_a_customer"),
        ]

    def __str__(self) -> str:
        return f"{self.get_call_display()}, {self.amount:,.0f}"
