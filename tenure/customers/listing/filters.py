"""The API's list of customers: its filters, its orders, its pages."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field

from tenure.customers.words import CustomerStatus, OnboardingStatus
from tenure.foundation.rest.kinds import Day, Instant, up_to
from tenure.foundation.rest.paging import MOST_ROWS
from tenure.foundation.rest.wire import Wire
from tenure.programme.words import ChurnRisk, Tier

PROFILE = "join customers_successprofile p on p.customer_id = c.id"


class Sort(StrEnum):
    """What the list is ordered by."""

    NEWEST = "-createdAt"
    OLDEST = "createdAt"
    NAME = "name"
    VALUE = "-annualContractValue"
    SENIORITY = "customerSince"
    HEALTH = "healthScore"
    RENEWAL = "nextRenewalDate"
    CONTACT = "lastContactDate"


@dataclass(frozen=True)
class Order:
    """How rows are ordered: by a key, and by id among equal keys. `kind` is the key's SQL type;
    where a key may be null there is none, and no cursor."""

    key: str
    kind: str = ""
    is_falling: bool = False

    @property
    def sql(self) -> str:
        way = " desc" if self.is_falling else ""
        return f"order by {self.key}{way}, c.id{way}"

    @property
    def behind(self) -> str:
        sign = "<" if self.is_falling else ">"
        return f"({self.key}, c.id) {sign} (%(last_key)s::{self.kind}, %(last_id)s::uuid)"


ORDERS = {
    Sort.NEWEST: Order("c.created_at", "timestamptz", is_falling=True),
    Sort.OLDEST: Order("c.created_at", "timestamptz"),
    Sort.NAME: Order("lower(c.name)", "text"),
    Sort.VALUE: Order("c.annual_contract_value", "numeric", is_falling=True),
    Sort.SENIORITY: Order("c.customer_since", "timestamptz"),
    Sort.HEALTH: Order("h.score"),
    Sort.RENEWAL: Order("c.next_renewal_on"),
    Sort.CONTACT: Order("c.last_contact_at"),
}
Points = Annotated[int, Field(ge=0, le=100)]
Some = Annotated[str, up_to(200)]


class CustomerFilters(Wire):
    """Which customers, in which order, which page, which fields."""

    tier: list[Tier] = []
    status: list[CustomerStatus] = []
    churn_risk: list[ChurnRisk] = Field([], alias="churnRiskLevel")
    health_score_min: Points | None = None
    health_score_max: Points | None = None
    csm_id: UUID | None = None
    onboarding_status: list[OnboardingStatus] = []
    search: Some = ""
    customer_since_from: Instant | None = None
    customer_since_to: Instant | None = None
    contract_renewal_from: Day | None = None
    contract_renewal_to: Day | None = None
    tags: list[Some] = []
    sort: Sort = Sort.NEWEST
    fields: list[Some] = []
    page: Annotated[int, Field(ge=1, le=1_000_000)] = 1
    limit: Annotated[int, Field(ge=1, le=MOST_ROWS)] = 20
    cursor: Some | None = Field(
        None, description="Go on behind the row that `nextCursor` named; empty for the first page."
    )
