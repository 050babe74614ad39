"""Contracts, their renewals, and what is expected of those on the wire."""

from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from tenure.contracts.models import BillingPeriod, Following
from tenure.foundation.rest.kinds import Count, Day, Instant, Line, Money, Text, Truth, up_to
from tenure.foundation.rest.wire import Resource, Sql, Wire, absent
from tenure.programme.words import HealthLevel
from tenure.revenue.words import Call, RenewalOutcome


class Contract(Wire):
    """What was bought, from when until when, worth what a year."""

    id: UUID
    customer_id: UUID
    customer_name: Annotated[str, Sql("c.name")]
    external_id: str | None
    name: str | None
    starts_on: Day = Field(alias="startDate")
    ends_on: Day | None = Field(alias="endDate", description="The last day; null: until ended.")
    annual_value: Money
    seats: int | None
    billing_period: BillingPeriod
    is_trial: bool
    renews_by_itself: bool | None
    ended_by_churn: bool
    follows_id: UUID | None = Field(description="The contract that it took the place of.")
    follows_as: Following | None
    created_at: Instant
    updated_at: Instant


CONTRACTS = Resource(
    Contract, "contracts_contract k join customers_customer c on c.id = k.customer_id", "k"
)


class NewContract(Wire):
    model_config = ConfigDict(
        json_schema_extra={"example": {"startDate": "2026-12-01", "annualValue": 24_000}}
    )

    starts_on: Day = Field(alias="startDate")
    ends_on: Day | None = absent("endDate")
    annual_value: Money
    name: Line = absent()
    seats: Count | None = absent()
    billing_period: BillingPeriod = absent()
    is_trial: Truth = absent()
    renews_by_itself: Truth | None = absent()


class Amendment(Wire):
    """More or less of the same from a day on; the contract before ends the day before."""

    on: Day
    annual_value: Money = absent()
    seats: Count | None = absent()


class RenewedTerm(Wire):
    ends_on: Day | None = Field(alias="endDate")
    annual_value: Money = absent()


class LastDay(Wire):
    ends_on: Day = Field(alias="endDate")


class Forecast(Wire):
    """What somebody expected of a renewal, when. The newest holds, all stay."""

    id: UUID
    contract_id: UUID
    customer_id: UUID
    renews_on: Day
    call: Call
    amount: Money = Field(description="A year, from the renewal on.")
    note: str | None
    said_by: str
    said_at: Instant


FORECASTS = Resource(Forecast, "revenue_renewalforecast f", "f")


class NewForecast(Wire):
    call: Call
    amount: Money
    note: Annotated[Text, up_to(5_000)] = absent()


class RenewalFilters(Wire):
    """Those due between two days, both included; unless told, from today on for 90 days."""

    first_day: Day | None = None
    last_day: Day | None = None
    csm_id: UUID | None = None
    customer_id: UUID | None = None
    as_of: Instant | None = Field(None, description="Forecasts as they stood at this instant.")


class ExpectedCall(Wire):
    call: Call
    because: str


class RenewalAhead(Wire):
    """A renewal with what is expected of it: by a person, and by its figures."""

    contract_id: UUID
    customer_id: UUID
    customer_name: str
    csm_name: str | None
    renews_on: Day
    annual_value: float
    renews_by_itself: bool | None
    health_score: int | None
    health_level: HealthLevel | None
    expected: ExpectedCall | None
    call: Call | None = Field(description="What a person said; null while nobody has.")
    forecast: float | None
    note: str
    said_by: str
    said_at: Instant | None
    renewed_at: float | None = Field(description="What follows is worth a year.")
    outcome: RenewalOutcome
