"""The success profile on the wire."""

from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from tenure.customers.words import DataMigrationStatus, OnboardingStatus
from tenure.foundation.rest.kinds import (
    Amount,
    Count,
    Day,
    Email,
    Facts,
    Instant,
    Listed,
    Money,
    Name,
    Text,
    Texts,
    Truth,
    Whole,
)  # fmt: skip
from tenure.foundation.rest.wire import Resource, Sql, Wire, absent

Percent = Annotated[float, Amount(0, 100, 2)]
Nps = Annotated[int, Whole(-100, 100)]


class Profile(Wire):
    """What a customer wants to achieve with us, and how far it is: one a customer."""

    id: UUID
    customer_id: UUID
    csm_id: UUID | None
    csm_name: Annotated[str | None, Sql("csm.name")]
    csm_email: Annotated[str | None, Sql("csm.email")]
    executive_sponsor_id: UUID | None
    executive_sponsor_name: Annotated[str | None, Sql("sponsor.name")]
    executive_sponsor_email: Annotated[str | None, Sql("nullif(sponsor.email, '')")]
    technical_contact_id: UUID | None
    technical_contact_name: Annotated[str | None, Sql("technical.name")]
    technical_contact_email: Annotated[str | None, Sql("nullif(technical.email, '')")]
    primary_objective: str | None
    secondary_objectives: list[str]
    success_criteria: Listed | None
    baseline_metrics: Facts | None
    target_metrics: Facts | None
    current_metrics: Facts | None
    onboarding_starts_on: Day | None = Field(alias="onboardingStartDate")
    onboarding_ends_on: Day | None = Field(alias="onboardingEndDate")
    onboarding_status: OnboardingStatus
    goes_live_on: Day | None = Field(alias="goLiveDate")
    time_to_value_days: int | None = Field(alias="timeToValue", description="Days.")
    integrations_enabled: list[str]
    data_migration_status: DataMigrationStatus
    users_trained: int
    total_users: int
    training_completed: bool
    trained_on: Day | None = Field(alias="trainingDate")
    adoption_percent: Annotated[float, Sql("coalesce(p.adoption_percent, 0)")] = Field(
        alias="adoptionRate", description="Percent; 0 as long as nobody measured it."
    )
    feature_adoption: Listed | None
    login_frequency: float | None = Field(description="Logins a user and week.")
    latest_nps: int | None = Field(alias="latestNPS")
    latest_csat: float | None = Field(alias="latestCSAT")
    latest_ces: float | None = Field(alias="latestCES")
    nps_history: Listed | None
    csat_history: Listed | None
    complaint_count: int
    expansion_revenue: Money
    expansion_probability_ratio: float | None = Field(alias="expansionProbability")
    csm_notes: str | None
    risk_notes: str | None
    opportunity_notes: str | None
    created_at: Instant
    updated_at: Instant


class ProfileChanges(Wire):
    """What may be said in a profile: null clears, absence keeps. People may be named by their id, or
    by name and e-mail: who is not known yet is added."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"primaryObjective": "Answer every lead", "totalUsers": 40}}
    )

    csm_id: UUID | None = None
    csm_name: Name | None = None
    csm_email: Email | None = None
    executive_sponsor_id: UUID | None = None
    executive_sponsor_name: Name | None = None
    executive_sponsor_email: Email | None = None
    technical_contact_id: UUID | None = None
    technical_contact_name: Name | None = None
    technical_contact_email: Email | None = None
    primary_objective: Text | None = None
    secondary_objectives: Texts = absent()
    success_criteria: Listed | None = None
    baseline_metrics: Facts | None = None
    target_metrics: Facts | None = None
    current_metrics: Facts | None = None
    onboarding_starts_on: Day | None = absent("onboardingStartDate")
    onboarding_ends_on: Day | None = absent("onboardingEndDate")
    onboarding_status: OnboardingStatus = absent()
    goes_live_on: Day | None = absent("goLiveDate")
    time_to_value_days: Count | None = absent("timeToValue")
    integrations_enabled: Texts = absent()
    data_migration_status: DataMigrationStatus = absent()
    users_trained: Count = absent()
    total_users: Count = absent()
    training_completed: Truth = absent()
    trained_on: Day | None = absent("trainingDate")
    adoption_percent: Percent | None = absent("adoptionRate")
    feature_adoption: Listed | None = None
    login_frequency: Annotated[float, Amount(0, 100_000, 2)] | None = None
    latest_nps: Nps | None = absent("latestNPS")
    latest_csat: Annotated[float, Amount(0, 5, 2)] | None = absent("latestCSAT")
    latest_ces: Annotated[float, Amount(1, 7, 2)] | None = absent("latestCES")
    nps_history: Listed | None = None
    csat_history: Listed | None = None
    complaint_count: Count = absent()
    expansion_revenue: Money = absent()
    expansion_probability_ratio: Annotated[float, Amount(0, 1, 3)] | None = absent(
        "expansionProbability"
    )
    csm_notes: Text | None = None
    risk_notes: Text | None = None
    opportunity_notes: Text | None = None


PROFILES = Resource(
    Profile,
    "customers_successprofile p left join people_person csm on csm.id = p.csm_id"
    " left join customers_stakeholder sponsor on sponsor.id = p.executive_sponsor_id"
    " left join customers_stakeholder technical on technical.id = p.technical_contact_id",
    "p",
)
