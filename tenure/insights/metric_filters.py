"""What a client asks of metrics: whose figures, of when, how many."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from tenure.foundation.rest.paging import MOST_ROWS
from tenure.foundation.rest.wire import Wire
from tenure.programme.words import Tier

Code = Annotated[str, Field(max_length=10, examples=["2026-10", "2026-Q3", "2026-W43", "2026"])]
MOST_PERIODS = 60


class MetricFilters(Wire):
    """Whose figures, and of when; unless told, of everybody and of the month that runs."""

    period: Code = ""
    tier: Tier | None = None
    csm_id: UUID | None = None


class TrendFilters(MetricFilters):
    periods: Annotated[int, Field(ge=1, le=MOST_PERIODS, description="How many, up to it.")] = 12


class BehindFilters(MetricFilters):
    page: Annotated[int, Field(ge=1, le=1_000_000)] = 1
    limit: Annotated[int, Field(ge=1, le=MOST_ROWS)] = 50
