"""Customers on the wire: what the API shows of them, and what it takes."""

from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from tenure.customers.words import CustomerStatus
from tenure.foundation.rest.kinds import (
    Count,
    Day,
    Email,
    Facts,
    Instant,
    Line,
    Money,
    Name,
    Texts,
    Whole,
    up_to,
)  # fmt: skip
from tenure.foundation.rest.wire import Resource, Sql, Wire, absent
from tenure.programme.words import ChurnRisk, HealthLevel, Tier

Phone = Annotated[str, up_to(50)]
Short = Annotated[str, up_to(100)]
Long = Annotated[str, up_to(500)]
Zip = Annotated[str, up_to(20)]
Employees = Annotated[int, Whole(1, 100_000_000)]


class Customer(Wire):
    """An organisation that buys from us."""

    id: UUID
    external_id: str | None
    lead_id: UUID | None
    name: str
    company_name: str | None
    email: str
    phone: str | None
    industry: str | None
    business_type: str | None
    employee_count: int | None
    annual_revenue: Money | None
    website: str | None
    billing_address: str | None
    billing_city: str | None
    billing_state: str | None
    billing_zip_code: str | None
    billing_country: str | None
    tier: Tier
    status: CustomerStatus
    contract_starts_on: Day = Field(alias="contractStartDate")
    contract_ends_on: Day | None = Field(alias="contractEndDate")
    annual_contract_value: Money
    customer_since: Instant
    churned_on: Day | None = Field(alias="churnDate")
    total_policies: int
    active_policies: int
    lifetime_value: Money
    health_score: Annotated[int, Sql("coalesce(h.score, 0)")] = Field(
        description="0 as long as no score is known; then healthLevel is null."
    )
    health_level: Annotated[HealthLevel | None, Sql("h.level")]
    churn_risk: Annotated[ChurnRisk, Sql("h.churn_risk")] = Field(alias="churnRiskLevel")
    last_contact_at: Instant | None = Field(alias="lastContactDate")
    next_renewal_on: Day | None = Field(alias="nextRenewalDate")
    preferred_contact_method: str | None
    tags: list[str]
    metadata: Facts | None
    created_at: Instant
    updated_at: Instant


class CustomerChanges(Wire):
    """What may be said of a customer: null clears a field, absence keeps it."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"tier": "MID_MARKET", "tags": ["pilot"]}}
    )

    external_id: Name | None = None
    lead_id: UUID | None = None
    name: Name = absent()
    company_name: Line | None = None
    email: Email = absent()
    phone: Phone | None = None
    industry: Short | None = None
    business_type: Short | None = None
    employee_count: Employees | None = None
    annual_revenue: Money | None = None
    website: Long | None = None
    billing_address: Long | None = None
    billing_city: Short | None = None
    billing_state: Short | None = None
    billing_zip_code: Zip | None = None
    billing_country: Short | None = None
    tier: Tier = absent()
    status: CustomerStatus = absent()
    contract_starts_on: Day = absent("contractStartDate")
    contract_ends_on: Day | None = absent("contractEndDate")
    annual_contract_value: Money = absent()
    customer_since: Instant = absent()
    total_policies: Count = absent()
    active_policies: Count = absent()
    lifetime_value: Money = absent()
    last_contact_at: Instant | None = absent("lastContactDate")
    next_renewal_on: Day | None = absent("nextRenewalDate")
    preferred_contact_method: Phone | None = None
    tags: Texts = absent()
    metadata: Facts | None = None


class NewCustomer(CustomerChanges):
    """A customer to add. `metadata` may carry the profile's primaryObjective, secondaryObjectives
    and targetMetrics."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "name": "Globex",
                "email": "hank@globex.example",
                "contractStartDate": "2026-11-23",
            }
        }
    )

    name: Name
    email: Email
    contract_starts_on: Day = Field(alias="contractStartDate")


CUSTOMERS = Resource(
    Customer,
    "customers_customer c join customers_currenthealth h on h.customer_id = c.id",
    "c",
)
