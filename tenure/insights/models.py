"""Period metrics: what a customer's day, week, month, quarter or year came to."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q

from tenure.customers.models import Customer
from tenure.foundation.tables import Record, between, choice, facts, money, not_negative, one_of
from tenure.insights.words import PeriodType
from tenure.people.models import Person
from tenure.programme.words import Tier

PERIOD_FORMS = {
    PeriodType.DAILY: r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$",
    PeriodType.WEEKLY: r"^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$",
    PeriodType.MONTHLY: r"^\d{4}-(0[1-9]|1[0-2])$",
    PeriodType.QUARTERLY: r"^\d{4}-Q[1-4]$",
    PeriodType.ANNUAL: r"^\d{4}$",
}


def number(**options: Any) -> models.DecimalField[Any, Any]:
    return models.DecimalField(max_digits=12, decimal_places=4, null=True, blank=True, **options)


class PeriodMetrics(Record):
    """One a customer, period and kind of period. What was not measured is null, never zero."""

    customer = models.ForeignKey(Customer, models.PROTECT, related_name="period_metrics")
    period = models.CharField(
        max_length=10, db_comment="2026-11-22, 2026-W47, 2026-11, 2026-Q4, 2026"
    )
    period_type = choice(PeriodType, default=PeriodType.MONTHLY.value)
    tier = choice(Tier, null=True, blank=True, db_comment="when the period ended")
    csm = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    lead_volume = models.PositiveIntegerField(null=True, blank=True)
    conversion_rate = number()
    revenue_generated = money(null=True, blank=True)
    cost_savings = money(null=True, blank=True)
    time_savings_hours = number()
    active_users = models.PositiveIntegerField(null=True, blank=True)
    total_users = models.PositiveIntegerField(null=True, blank=True)
    login_frequency = number()
    feature_usage = facts()
    nps = models.SmallIntegerField(null=True, blank=True)
    csat = number()
    ces = number()
    support_tickets = models.PositiveIntegerField(null=True, blank=True)
    ticket_resolution_hours = number()
    first_response_hours = number()
    parts = facts(db_comment="by metric its numerator and denominator")
    calculated_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "period metrics"
        constraints = [
            one_of("period_type", PeriodType),
            one_of("tier", Tier),
            models.UniqueConstraint(
                fields=["customer", "period_type", "period"],
                name="one_row_of_metrics_per_customer_and_period",
                violation_error_message="The metrics of this period are already there.",
            ),
            models.CheckConstraint(
                condition=Q(
                    *(
                        Q(period_type=kind.value, period__regex=form)
                        for kind, form in PERIOD_FORMS.items()
                    ),
                    _connector=Q.OR,
                ),
                name="a_period_is_written_like_its_kind",
                violation_error_message="Write a day as 2026-11-22, a week as 2026-W47, a month as "
                "2026-11, a quarter as 2026-Q4, a year as 2026.",
            ),
            models.CheckConstraint(
                condition=Q(total_users=None)
                | Q(active_users=None)
                | Q(active_users__lte=F("total_users")),
                name="active_users_are_among_all_users",
                violation_error_message="There are more active users than users.",
            ),
            between("nps", -100, 100, "NPS lies between -100 and 100."),
            not_negative("ticket_resolution_hours", "A time cannot be negative."),
            not_negative("first_response_hours", "A time cannot be negative."),
        ]
        indexes = [models.Index(fields=["period_type", "period"], name="metrics_of_a_period")]

    def __str__(self) -> str:
        return f"{self.customer_id} {self.period}"


class MetricTotal(Record):
    """The parts of a metric in a period, summed over the customers of a tier and a CSM."""

    period_type = choice(PeriodType)
    period = models.CharField(max_length=10)
    code = models.CharField(max_length=40)
    tier = choice(Tier)
    csm = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    numerator = models.FloatField()
    denominator = models.FloatField()
    customers = models.PositiveIntegerField(db_comment="of whom it is known")
    calculated_at = models.DateTimeField()

    class Meta:
        constraints = [
            one_of("period_type", PeriodType),
            one_of("tier", Tier),
            models.UniqueConstraint(
                fields=["code", "period_type", "period", "tier", "csm"],
                nulls_distinct=False,
                name="one_total_per_metric_period_tier_and_csm",
                violation_error_message="The sum is there already.",
            ),
        ]
        indexes = [models.Index(fields=["period_type", "period"], name="totals_of_a_period")]

    def __str__(self) -> str:
        return f"{self.code} {self.period}"
