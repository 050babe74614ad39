"""Recurring revenue and its movements on the wire."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from tenure.foundation.rest.kinds import Day
from tenure.foundation.rest.paging import MOST_ROWS
from tenure.foundation.rest.wire import Wire
from tenure.programme.words import Tier
from tenure.revenue.words import Movement

MOST_MONTHS = 120


class RevenueFilters(Wire):
    tier: Tier | None = None
    csm_id: UUID | None = None


class MonthsFilters(RevenueFilters):
    months: Annotated[int, Field(ge=1, le=MOST_MONTHS)] = 12


class BetweenFilters(RevenueFilters):
    """The ends of two days; unless told, of the last month and of today."""

    first_day: Day | None = None
    last_day: Day | None = None


class MovementFilters(BetweenFilters):
    kind: Movement | None = None
    page: Annotated[int, Field(ge=1, le=1_000_000)] = 1
    limit: Annotated[int, Field(ge=1, le=MOST_ROWS)] = 50


class MovementSum(Wire):
    kind: Movement
    amount: float
    customers: int


class RevenueLedger(Wire):
    """Yearly values at the end of two days and what moved between: start and movements are the end."""

    first_day: Day
    last_day: Day
    start: float
    movements: list[MovementSum]
    end: float
    customers_at_start: int
    customers_at_end: int


class Moved(Wire):
    customer_id: UUID
    customer_name: str
    kind: Movement
    before: float
    after: float
    change: float
