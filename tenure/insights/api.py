"""Statistics, metrics, alerts and opportunities over the API."""

from collections.abc import Mapping
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Router
from pydantic import Field

from tenure.customers.words import CustomerStatus
from tenure.expansion.live import opportunities
from tenure.foundation.database.prepared import first_value
from tenure.foundation.rest import answers
from tenure.foundation.rest.wire import in_bytes
from tenure.insights import queries
from tenure.insights.schemas import (
    AdvocacyMetrics,
    Alert,
    Expansion,
    OnboardingMetrics,
    Statistics,
)
from tenure.people.callers import ApiRequest, Area, reads, refuse_strangers
from tenure.programme.words import Tier

MOST_AT_ONCE = 10_000
Limit = Annotated[int, Field(ge=1, le=MOST_AT_ONCE, description="All, unless it is told.")]
router = Router(tags=["Analytics"], by_alias=True)
WORDS = {"tiers": [tier.value for tier in Tier], "statuses": [s.value for s in CustomerStatus]}


def answered(request: ApiRequest, sql: str, told: Mapping[str, Any]) -> HttpResponse:
    """What a select says as JSON, for those who may see all customers."""
    refuse_strangers(request)
    return answers.data(first_value(in_bytes(f"({sql})::text"), told))


@router.get("/statistics", response={200: answers.answer_of(Statistics, "Statistics")})
@reads(Area.ANALYTICS)
def statistics(request: ApiRequest) -> HttpResponse:
    """How many customers there are, how they are, and what they are worth."""
    return answered(request, queries.STATISTICS, WORDS)


@router.get(
    "/onboarding-metrics", response={200: answers.answer_of(OnboardingMetrics, "OnboardingMetrics")}
)
@reads(Area.ANALYTICS)
def onboarding_metrics(request: ApiRequest) -> HttpResponse:
    """How onboarding goes, over all customers that began it."""
    return answered(request, queries.ONBOARDING, {})


@router.get(
    "/advocacy-metrics", response={200: answers.answer_of(AdvocacyMetrics, "AdvocacyMetrics")}
)
@reads(Area.ANALYTICS)
def advocacy_metrics(request: ApiRequest) -> HttpResponse:
    """What customers do for us."""
    return answered(request, queries.ADVOCACY, {})


@router.get("/health-alerts", response={200: answers.answer_of(list[Alert], "Alerts")})
@reads(Area.ANALYTICS)
def health_alerts(
    request: ApiRequest, csmId: UUID | None = None, limit: Limit | None = None
) -> HttpResponse:
    """Whose newest score alarms, the lowest first; one alert for each way in which it does."""
    return answered(request, queries.ALERTS, {"csm": csmId, "limit": limit})


@router.get(
    "/expansion-opportunities", response={200: answers.answer_of(list[Expansion], "Expansions")}
)
@reads(Area.ANALYTICS)
def expansion_opportunities(
    request: ApiRequest, csmId: UUID | None = None, limit: Limit | None = None
) -> HttpResponse:
    """Who might buy more, the likeliest first."""
    refuse_strangers(request)
    return answers.computed(opportunities(csmId)[:limit])
