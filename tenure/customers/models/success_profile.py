"""The success profile: what the customer wants to achieve with us, and how far it is."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from tenure.customers.models.customer import Customer
from tenure.customers.models.stakeholder import Stakeholder
from tenure.customers.words import DataMigrationStatus, OnboardingStatus
from tenure.foundation.tables import (
    Record,
    between,
    choice,
    facts,
    in_order,
    money,
    not_negative,
    one_of,
    texts,
)
from tenure.people.models import Person


class SuccessProfile(Record):
    """One a customer: who looks after it, its objectives, its onboarding, its satisfaction."""

    customer = models.OneToOneField(Customer, models.PROTECT, related_name="success_profile")
    csm = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="book", verbose_name="CSM"
    )
    executive_sponsor = models.ForeignKey(
        Stakeholder, models.PROTECT, null=True, blank=True, related_name="+"
    )
    technical_contact = models.ForeignKey(
        Stakeholder, models.PROTECT, null=True, blank=True, related_name="+"
    )
    primary_objective = models.TextField(blank=True, default="", db_default="")
    secondary_objectives = texts()
    success_criteria = facts()
    baseline_metrics = facts()
    target_metrics = facts()
    current_metrics = facts()
    onboarding_starts_on = models.DateField(null=True, blank=True)
    onboarding_ends_on = models.DateField(null=True, blank=True)
    onboarding_status = choice(OnboardingStatus, default=OnboardingStatus.NOT_STARTED.value)
    goes_live_on = models.DateField(null=True, blank=True)
    time_to_value_days = models.PositiveIntegerField(null=True, blank=True)
    integrations_enabled = texts()
    data_migration_status = choice(
        DataMigrationStatus, default=DataMigrationStatus.NOT_STARTED.value
    )
    users_trained = models.PositiveIntegerField(default=0, db_default=0)
    total_users = models.PositiveIntegerField(default=0, db_default=0)
    training_completed = models.BooleanField(default=False, db_default=False)
    trained_on = models.DateField(null=True, blank=True)
    adoption_percent = models.DecimalField(
        max_digits=5, decimal_places=2, null=True, blank=True, db_comment="null: never measured"
    )
    feature_adoption = facts()
    login_frequency = models.DecimalField(
        max_digits=10, decimal_places=2, null=True, blank=True, db_comment="a user and week"
    )
    latest_nps = models.SmallIntegerField(null=True, blank=True)
    latest_csat = models.DecimalField(max_digits=3, decimal_places=2, null=True, blank=True)
    latest_ces = models.DecimalField(max_digits=3, decimal_places=2, null=True, blank=True)
    nps_history = facts()
    csat_history = facts()
    complaint_count = models.PositiveIntegerField(default=0, db_default=0)
    renewal_intent_percent = models.PositiveSmallIntegerField(null=True, blank=True)
    expansion_revenue = money(default=0, db_default=0)
    expansion_probability_ratio = models.DecimalField(
        max_digits=4, decimal_places=3, null=True, blank=True
    )
    csm_notes = models.TextField(blank=True, default="", db_default="")
    risk_notes = models.TextField(blank=True, default="", db_default="")
    opportunity_notes = models.TextField(blank=True, default="", db_default="")

    class Meta:
        constraints = [
            one_of("onboarding_status", OnboardingStatus),
            one_of("data_migration_status", DataMigrationStatus),
            in_order(
                "onboarding_starts_on", "onboarding_ends_on", "Onboarding ends before it starts."
            ),
            between("adoption_percent", 0, 100, "Adoption lies between 0 and 100 percent."),
            between("latest_nps", -100, 100, "NPS lies between -100 and 100."),
            between("latest_csat", 0, 5, "CSAT lies between 0 and 5."),
            between("latest_ces", 1, 7, "CES lies between 1 and 7."),
            between("renewal_intent_percent", 0, 100, "Intent lies between 0 and 100."),
            between("expansion_probability_ratio", 0, 1, "A probability lies between 0 and 1."),
            not_negative("expansion_revenue", "Expansion revenue cannot be negative."),
            models.CheckConstraint(
                condition=Q(total_users=0) | Q(users_trained__lte=F("total_users")),
                name="trained_users_are_among_all_users",
                violation_error_message="More users were trained than there are.",
            ),
        ]
        indexes = [
            models.Index(fields=["csm", "customer"], name="profiles_of_a_csm"),
            models.Index(fields=["onboarding_status", "customer"], name="profiles_by_onboarding"),
            models.Index(
                fields=["customer"],
                name="profiles_that_expect_more",
                condition=Q(expansion_probability_ratio__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"Success profile of {self.customer}"
