"""Onboardings, and the value that customers got."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from tenure.customers.models import Customer
from tenure.foundation.tables import Record, choice, money, not_blank, one_of
from tenure.onboarding.words import UNDER_WAY, OnboardingState, ValueKind
from tenure.plans.models import SuccessPlan


class Onboarding(Record):
    """One customer being onboarded: the plan that was made of the programme, and how it goes."""

    customer = models.ForeignKey(
        Customer, models.PROTECT, related_name="onboardings", db_index=False
    )
    plan = models.OneToOneField(SuccessPlan, models.PROTECT, related_name="onboarding")
    kickoff_on = models.DateField()
    state = choice(OnboardingState, default=OnboardingState.IN_PROGRESS.value)
    is_self_paced = models.BooleanField(default=False, db_default=False)
    paused_on = models.DateField(null=True, blank=True)
    pause_reason = models.TextField(blank=True, default="", db_default="")
    paused_days = models.PositiveIntegerField(default=0, db_default=0)
    ended_on = models.DateField(null=True, blank=True)
    programme_version = models.CharField(max_length=64)

    class Meta:
        constraints = [
            one_of("state", OnboardingState),
            models.UniqueConstraint(
                fields=["customer"],
                condition=Q(state__in=[state.value for state in UNDER_WAY]),
                name="one_onboarding_under_way_per_customer",
                violation_error_message="This customer is being onboarded already.",
            ),
            models.CheckConstraint(
                condition=Q(state=OnboardingState.ON_HOLD.value, paused_on__isnull=False)
                | (~Q(state=OnboardingState.ON_HOLD.value) & Q(paused_on=None)),
                name="an_onboarding_on_hold_has_its_day",
                violation_error_message="Say since when it is on hold.",
            ),
        ]
        indexes = [
            models.Index(fields=["customer", "-kickoff_on"], name="onboardings_of_a_customer"),
            models.Index(fields=["state", "kickoff_on"], name="onboardings_by_state"),
        ]

    def __str__(self) -> str:
        return f"Onboarding of {self.customer}"

    @property
    def is_under_way(self) -> bool:
        return self.state in UNDER_WAY


class ValueEntry(Record):
    """Something measurable that a customer got out of it: what, how much, since when, who says so."""

    customer = models.ForeignKey(Customer, models.PROTECT, related_name="values", db_index=False)
    what = models.CharField(max_length=300)
    kind = choice(ValueKind, default=ValueKind.OTHER.value)
    amount = money(null=True, blank=True)
    unit = models.CharField(max_length=60, blank=True, default="", db_default="")
    achieved_on = models.DateField()
    confirmed_by = models.CharField(max_length=200, blank=True, default="", db_default="")
    confirmed_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "value entries"
        constraints = [
            not_blank("what", "Say what was achieved."),
            one_of("kind", ValueKind),
            models.CheckConstraint(
                condition=Q(confirmed_on=None) | ~Q(confirmed_by=""),
                name="what_was_confirmed_says_by_whom",
                violation_error_message="Say who confirmed it.",
            ),
        ]
        indexes = [models.Index(fields=["customer", "achieved_on"], name="values_of_a_customer")]

    def __str__(self) -> str:
        return self.what
