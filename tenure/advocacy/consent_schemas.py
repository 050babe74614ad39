"""Consents, and references that fit, on the wire."""

from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from tenure.advocacy.models import AdvocacyType
from tenure.foundation.rest.kinds import Day, Instant, said_in, up_to
from tenure.foundation.rest.wire import Resource, Sql, Wire, absent
from tenure.programme.words import HealthLevel, Tier


class Consent(Wire):
    """What somebody, or the customer as a whole, agreed to do. Taken back, it stays with its last day."""

    id: UUID
    customer_id: UUID
    contact_id: UUID | None = Field(description="A stakeholder; null: the customer as a whole.")
    contact_name: Annotated[str | None, Sql("s.name")]
    activity_type: AdvocacyType
    words: str = Field(description="What they said to it.")
    agreed_on: Day
    until: Day | None
    withdrawn_on: Day | None
    created_at: Instant
    updated_at: Instant


CONSENTS = Resource(
    Consent,
    "advocacy_consent k left join customers_stakeholder s on s.id = k.contact_id",
    "k",
)


class NewConsent(Wire):
    model_config = ConfigDict(
        json_schema_extra={"example": {"activityType": "CASE_STUDY", "words": "Yes, with our logo"}}
    )

    activity_type: AdvocacyType
    words: Annotated[str, said_in(20_000)]
    contact_id: UUID | None = absent()
    agreed_on: Day = absent()
    until: Day | None = absent()


class ReferenceFilters(Wire):
    """What a reference is wanted for; what is left out does not count."""

    activity_type: AdvocacyType = AdvocacyType.REFERENCE_CALL
    industry: Annotated[str, up_to(200)] = ""
    tier: Tier | None = None
    use_case: Annotated[str, up_to(200)] = ""
    limit: Annotated[int, Field(ge=1, le=500)] = 50


class FitLine(Wire):
    about: str
    points: float
    of: int
    says: str


class LeftInPeace(Wire):
    until: Day | None = Field(description="Null: until its health is well again.")
    says: str


class Reference(Wire):
    """Who agreed to it, how well they fit and why; `rest` says why they are not asked now."""

    customer_id: UUID
    customer_name: str
    contact_id: UUID | None
    contact_name: str
    consent: str = Field(description="What they said to it.")
    health_score: int
    health_level: HealthLevel
    percent: float = Field(description="Points out of those that could be had.")
    lines: list[FitLine]
    rest: LeftInPeace | None
