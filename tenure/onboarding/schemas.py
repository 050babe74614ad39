"""The value that customers got on the wire."""

from decimal import Decimal
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from tenure.foundation.rest.kinds import (
    LARGEST_MONEY,
    Amount,
    Day,
    Instant,
    Line,
    Name,
    said_in,
    up_to,
)
from tenure.foundation.rest.wire import Resource, Wire, absent
from tenure.onboarding.words import ValueKind

Much = Annotated[Decimal, Amount(-LARGEST_MONEY, LARGEST_MONEY, 2)]


class ValueEntry(Wire):
    """Something measurable that a customer got: what, how much of it, since when, and who says so."""

    id: UUID
    customer_id: UUID
    what: str
    kind: ValueKind
    amount: Much | None
    unit: str | None = Field(description="What the amount counts: hours, policies, $ …")
    achieved_on: Day
    confirmed_by: str | None
    confirmed_on: Day | None
    created_at: Instant
    updated_at: Instant


VALUES = Resource(ValueEntry, "onboarding_valueentry v", "v")


class NewValueEntry(Wire):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {"what": "Saved at the desk", "kind": "TIME", "amount": 120, "unit": "hours", "achievedOn": "2026-11-02"}
        }
    )  # fmt: skip

    what: Annotated[str, said_in(300)]
    achieved_on: Day
    kind: ValueKind = absent()
    amount: Much | None = absent()
    unit: Annotated[str, up_to(60)] = absent()
    confirmed_by: Line = absent()
    confirmed_on: Day | None = absent()


class Confirmation(Wire):
    """Who at the customer says that it is so; unless told, today."""

    confirmed_by: Name
    confirmed_on: Day = absent()
