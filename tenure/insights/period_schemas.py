"""A customer's periods on the wire."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from tenure.foundation.rest.kinds import Instant
from tenure.foundation.rest.paging import MOST_ROWS
from tenure.foundation.rest.wire import Resource, Sql, Wire
from tenure.insights.words import PeriodType
from tenure.programme.words import Tier

Hours = Annotated[float | None, Field(description="A mean, in hours.")]


class PeriodFilters(Wire):
    period_type: PeriodType = PeriodType.MONTHLY
    limit: Annotated[int, Field(ge=1, le=MOST_ROWS)] = 12


class CustomerSuccessMetrics(Wire):
    """What a period of a customer came to. Null is unknown, never zero."""

    customer_id: UUID
    period: str = Field(examples=["2026-10", "2026-W43", "2026-10-15", "2026-Q4", "2026"])
    period_type: PeriodType
    tier: Tier | None = Field(description="When the period ended.")
    csm_id: UUID | None = Field(description="When the period ended.")
    lead_volume: int | None
    conversion_rate: float | None = Field(description="Leads converted, in percent.")
    revenue_generated: float | None
    cost_savings: float | None
    time_savings: Annotated[float | None, Sql("m.time_savings_hours")] = Field(
        description="In hours."
    )
    active_users: int | None
    total_users: int | None
    login_frequency: float | None = Field(description="Logins a user and week.")
    feature_usage: dict[str, Any] | None = Field(description="By feature how often it was used.")
    nps: int | None
    csat: float | None
    ces: float | None
    support_tickets: int | None
    ticket_resolution_time: Annotated[Hours, Sql("m.ticket_resolution_hours")]
    first_response_time: Annotated[Hours, Sql("m.first_response_hours")]
    calculated_at: Instant


PERIODS = Resource(CustomerSuccessMetrics, "insights_periodmetrics m", "m")
NEWEST = """
where m.customer_id = %s and m.period_type = %s and m.tier is not null order by m.period desc limit %s
"""
