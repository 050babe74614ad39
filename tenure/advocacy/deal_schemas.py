"""Deals that favours helped on the wire, and what these come to."""

from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from tenure.advocacy.words import AdvocacyStatus, AdvocacyType, DealState
from tenure.foundation.rest.kinds import Day, Instant, Money, Name
from tenure.foundation.rest.paging import MOST_ROWS
from tenure.foundation.rest.wire import Resource, Sql, Wire, absent


class HelpingFavour(Wire):
    """An advocacy activity that helped a deal."""

    activity_id: Annotated[UUID, Sql("a.id")]
    customer_id: UUID
    customer_name: Annotated[str, Sql("c.name")]
    activity_type: AdvocacyType
    title: str
    status: AdvocacyStatus


FAVOURS = Resource(
    HelpingFavour,
    "advocacy_advocacyactivity a join customers_customer c on c.id = a.customer_id",
    "a",
)


class Deal(Wire):
    """A deal with the favours that helped it. Its value counts once, however many these are."""

    id: UUID
    name: str
    annual_value: Money
    state: DealState
    closed_on: Day | None = Field(description="When it was won or lost; null while it is open.")
    favours: Annotated[
        list[HelpingFavour],
        Sql(FAVOURS.array("where a.deal_id = d.id order by a.created_at, a.id")),
    ]
    created_at: Instant
    updated_at: Instant


DEALS = Resource(Deal, "advocacy_deal d", "d")


class DealFilters(Wire):
    state: list[DealState] = []
    limit: Annotated[int, Field(ge=1, le=MOST_ROWS)] = 20
    page: Annotated[int, Field(ge=1, le=1_000_000)] = 1


class HelpedDeal(Wire):
    """The deal that a favour helped. One whose name is known is that deal, and takes what is told of it."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"name": "Initech", "annualValue": 60_000, "state": "OPEN"}}
    )

    name: Name
    annual_value: Money
    state: DealState
    closed_on: Day | None = absent()


class InfluencedRevenue(Wire):
    """Deals of one state that favours helped: how many, and what they are worth a year."""

    state: DealState
    deals: int
    annual_value: float
