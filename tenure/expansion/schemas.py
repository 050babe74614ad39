"""Opportunities on the wire: who might buy more, why, what it would bring, and what became of it."""

from decimal import Decimal
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from tenure.expansion.words import Growth, OpportunityState, Sign
from tenure.foundation.rest.kinds import Amount, Count, Day, Instant, Money, said_in, up_to
from tenure.foundation.rest.paging import MOST_ROWS
from tenure.foundation.rest.wire import Resource, Sql, Wire, absent
from tenure.programme.words import Tier


class SignSeen(Wire):
    """A sign, and what shows it."""

    sign: Sign
    says: str


class Opportunity(Wire):
    """What was found by night of a customer that might buy more. A customer has one that is open."""

    id: UUID
    customer_id: UUID
    customer_name: Annotated[str, Sql("c.name")]
    state: OpportunityState
    found_on: Day
    seen_on: Day = Field(description="The last day on which its signs were there.")
    is_over: bool = Field(description="The signs are gone, and nobody has ended it.")
    evidence: Annotated[list[SignSeen], Sql("coalesce(o.evidence, '[]')")]
    current_tier: Tier
    potential_tier: Tier
    estimated_revenue: Money = Field(alias="estimatedAdditionalRevenue", description="More a year.")
    reckoned: str = Field(description="How that was reckoned.")
    probability_ratio: Annotated[Decimal, Amount(0, 1, 3)] = Field(alias="probability")
    suggestions: list[str] = Field(alias="suggestedActions")
    plan_id: UUID | None = Field(description="The plan by which it is pursued.")
    ended_on: Day | None = Field(description="Of one that was won: from when it runs.")
    rests_until: Day | None = Field(description="Until then the same signs open no other one.")
    growth: Growth | None = Field(description="What was bought.")
    won_revenue: Money | None = Field(description="More a year.")
    note: str | None
    created_at: Instant
    updated_at: Instant


OPPORTUNITIES = Resource(
    Opportunity,
    "expansion_opportunity o join customers_customer c on c.id = o.customer_id"
    " join customers_successprofile p on p.customer_id = o.customer_id",
    "o",
)


class OpportunityFilters(Wire):
    state: list[OpportunityState] = []
    customer_id: UUID | None = None
    csm_id: UUID | None = None
    limit: Annotated[int, Field(ge=1, le=MOST_ROWS)] = 20
    page: Annotated[int, Field(ge=1, le=1_000_000)] = 1


class WonOpportunity(Wire):
    """What was bought. `seats` are those from then on, `tier` is the one that the customer moves to;
    what is left out stays as it is."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"growth": "SEATS", "wonRevenue": 6_000, "seats": 25}}
    )

    growth: Growth
    won_revenue: Money = Field(description="More a year.")
    ended_on: Day = absent("endedOn")
    seats: Count | None = absent()
    tier: Tier | None = absent()
    note: Annotated[str, up_to(5_000)] = absent()


class WhyEnded(Wire):
    note: Annotated[str, said_in(5_000)]
