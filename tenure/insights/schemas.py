"""What customers come to, on the wire. A mean of nothing is null."""

from uuid import UUID

from pydantic import Field

from tenure.customers.words import CustomerStatus
from tenure.foundation.enums import Word
from tenure.foundation.rest.kinds import Instant, Money
from tenure.foundation.rest.wire import Wire
from tenure.programme.words import HealthLevel, HealthTrend, Tier


class Statistics(Wire):
    """Figures over active and onboarding customers, unless they say otherwise."""

    total_customers: int
    customers_by_tier: dict[Tier, int]
    customers_by_status: dict[CustomerStatus, int] = Field(description="Of all customers.")
    average_health_score: int | None = Field(description="Of those with a score.")
    total_annual_revenue: Money
    total_lifetime_value: Money
    at_risk_customers: int
    churned_customers: int
    customers_onboarding: int
    average_adoption_rate: float | None
    average_nps: float | None = Field(alias="averageNPS")
    average_csat: float | None = Field(alias="averageCSAT")


class OnboardingMetrics(Wire):
    total_onboarding: int
    completed_onboarding: int
    average_time_to_value: float | None = Field(description="Days.")
    average_onboarding_duration: float | None = Field(description="Days.")
    training_completion_rate: float | None = Field(description="Percent.")
    onboarding_success_rate: float | None = Field(description="Percent.")


class AdvocacyMetrics(Wire):
    total_advocates: int
    case_studies_published: int
    testimonials_collected: int
    reference_calls_completed: int
    advocacy_activities_in_progress: int
    advocacy_success_rate: float | None = Field(description="Percent of those that ended.")


class AlertType(Word):
    SIGNIFICANT_DROP = "SIGNIFICANT_DROP"
    BELOW_THRESHOLD = "BELOW_THRESHOLD"
    RED_ZONE = "RED_ZONE"


class Alert(Wire):
    """A way in which a customer's newest score alarms."""

    customer_id: UUID
    customer_name: str
    current_score: int
    previous_score: int | None
    health_level: HealthLevel
    trend: HealthTrend
    alert_type: AlertType
    timestamp: Instant
    csm_id: UUID | None
    csm_email: str | None


class Expansion(Wire):
    """A customer that might buy more, and what speaks for it."""

    customer_id: UUID
    customer_name: str
    current_tier: Tier
    potential_tier: Tier
    reason: str
    estimated_additional_revenue: float
    probability: float
    suggested_actions: list[str]
    last_reviewed: Instant | None
    opportunity_id: UUID | None = Field(
        description="The open opportunity; null until one is found."
    )
