"""Requests on the wire."""

from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from tenure.foundation.rest.kinds import Day, Instant, Line, Name, Text, said_in
from tenure.foundation.rest.paging import MOST_ROWS
from tenure.foundation.rest.wire import Resource, Sql, Wire, absent
from tenure.programme.words import Tier
from tenure.requests.models import LONGEST_THEME
from tenure.requests.words import RequestState

Theme = Annotated[str, said_in(LONGEST_THEME)]


class Request(Wire):
    """Something that a customer asks the product for."""

    id: UUID
    external_id: str | None
    customer_id: UUID
    customer_name: Annotated[str, Sql("c.name")]
    title: str
    details: str | None
    theme: str
    feature: Annotated[str | None, Sql("f.name")] = Field(
        description="The feature it is about, as usage names it."
    )
    stakeholder_id: UUID | None
    stakeholder_name: Annotated[str | None, Sql("s.name")]
    asked_on: Day = Field(alias="askedDate")
    state: RequestState
    acknowledged_at: Instant | None
    ended_at: Instant | None = Field(description="When it was delivered or declined.")
    answer: str | None = Field(description="What the customer was told last.")
    recorded_by: str | None
    created_at: Instant
    updated_at: Instant


REQUESTS = Resource(
    Request,
    "requests_request r join customers_customer c on c.id = r.customer_id"
    " join customers_successprofile p on p.customer_id = r.customer_id"
    " left join customers_stakeholder s on s.id = r.stakeholder_id"
    " left join usage_feature f on f.id = r.feature_id",
    "r",
)


class CustomerRequestFilters(Wire):
    state: list[RequestState] = []
    theme: Line | None = None
    limit: Annotated[int, Field(ge=1, le=MOST_ROWS)] = 20
    page: Annotated[int, Field(ge=1, le=1_000_000)] = 1


class RequestFilters(CustomerRequestFilters):
    customer_id: UUID | None = None
    tier: Tier | None = None
    csm_id: UUID | None = None
    search: Line | None = Field(None, description="Part of the title, the theme or the details.")


class RequestFacts(Wire):
    """What may be said of a request: null clears, absence keeps."""

    title: Name = absent()
    details: Text | None = None
    theme: Theme = absent()
    feature: Line | None = None
    stakeholder_id: UUID | None = None
    asked_on: Day = absent("askedDate")


class RequestChanges(RequestFacts):
    """A state is a step forward, or one that is taken back; DECLINED needs the reason as `answer`."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"state": "PLANNED", "answer": "It comes with the spring release"}}
    )  # fmt: skip

    state: RequestState = absent()
    answer: Text | None = None


class NewRequest(RequestFacts):
    """Asked today, unless told when. A theme that is in use is taken as it is spelled there."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"title": "Route leads by line of business", "theme": "Lead routing"}}
    )  # fmt: skip

    title: Name
    theme: Theme
