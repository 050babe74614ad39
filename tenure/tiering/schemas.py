"""Tiers, changes of tiers and monthly use on the wire."""

from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from pydantic import ConfigDict, Field

from tenure.foundation.rest.kinds import Day, Text, said_in
from tenure.foundation.rest.paging import MOST_ROWS
from tenure.foundation.rest.wire import Resource, Sql, Wire
from tenure.programme.words import Care, Tier
from tenure.tiering.words import Cause, ChangeState, Direction


class PromisedReview(Wire):
    cadence: str
    first_days: int | None


class TierStanding(Wire):
    """A tier: what it is promised by the programme in force, and who is in it."""

    tier: Tier
    customers: int
    annual_value: float
    least_annual_value: float
    limits: dict[str, int]
    care: Care
    customers_per_csm: int | None
    first_response_hours: dict[str, float]
    resolution_hours: dict[str, float]
    reviews: list[PromisedReview]
    touchpoints_a_month: int | None
    onboarding_days: int | None
    notice_days: int | None
    requests_an_hour: int


class Move(Wire):
    """A customer that moves, or should move, to another tier."""

    id: UUID
    customer_id: UUID
    customer_name: Annotated[str, Sql("c.name")]
    from_tier: Tier
    to_tier: Tier
    direction: Direction
    cause: Cause
    reason: str
    state: ChangeState
    proposed_on: Day
    notice_by: Day | None = Field(description="The last day on which a way down can be announced.")
    takes_effect_on: Day | None
    decided_on: Day | None
    decided_by: str | None
    note: str | None


MOVES = Resource(
    Move, "tiering_tierchange m join customers_customer c on c.id = m.customer_id", "m"
)


class MoveFilters(Wire):
    state: list[ChangeState] = []
    customer_id: UUID | None = None
    limit: Annotated[int, Field(ge=1, le=MOST_ROWS)] = 20
    page: Annotated[int, Field(ge=1, le=1_000_000)] = 1


class Decision(Wire):
    """Accept a change that was proposed, or decline it and say why."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"do": "decline", "note": "One-off use"}}
    )

    do: Literal["accept", "decline"]
    note: Text | None = None


class ChosenTier(Wire):
    """A tier by hand, and why: it stays until that is taken back."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"tier": "ENTERPRISE", "reason": "A partner of ours"}}
    )

    tier: Tier
    reason: Annotated[str, said_in(1_000)]


class Use(Wire):
    """What was used in a month of something that tiers limit, or how many of its leads were converted."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"month": "2026-10-01", "name": "agents", "value": 12}}
    )

    month: Day = Field(description="Any day of it.")
    name: Annotated[str, Field(min_length=1, max_length=50, pattern=r"^[^\x00]+$")] = Field(
        description="A limit of the programme: agents, leads_a_month, storage_gb; or leads_converted."
    )
    value: Annotated[float, Field(ge=0, le=1e12, allow_inf_nan=False)]

    @property
    def exact(self) -> Decimal:
        return Decimal(str(self.value)).quantize(Decimal("0.001"))


class KeptUse(Wire):
    id: UUID
    month: Day
    name: str
    value: float


USE = Resource(KeptUse, "tiering_monthlyuse u", "u")
