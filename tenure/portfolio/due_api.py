"""Reviews that are due, and how many of those due were held, over the API."""

from typing import Annotated
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from ninja import Query
from pydantic import Field

from tenure.foundation.rest import answers
from tenure.foundation.rest.kinds import Day
from tenure.foundation.rest.wire import Wire
from tenure.people.callers import ApiRequest, Area, reads, refuse_strangers
from tenure.portfolio.reviewing.completion import Completion, completion, completion_by
from tenure.portfolio.reviewing.due import DueState
from tenure.portfolio.reviewing.periods import period_named, running
from tenure.portfolio.reviewing.reading import CustomerDue, read_dues
from tenure.programme.words import Cadence, Tier
from tenure.reviews.api import router

Named = Annotated[str, Field(pattern="^(this-quarter|last-quarter|year)$")]


class DueReview(Wire):
    """A review that a customer is promised and that is neither held nor scheduled."""

    customer_id: UUID
    customer_name: str
    tier: Tier
    csm_id: UUID | None
    cadence: Cadence
    also: list[Cadence] = Field(description="Nearer cadences that it stands for.")
    first_on: Day = Field(alias="firstDay")
    due_on: Day = Field(alias="dueDate")
    proposed_on: Day | None = Field(alias="proposedDay")


class Rate(Wire):
    """Reviews held of those due; the ratio is null while nothing was due."""

    tier: Tier | None = Field(description="Null for all tiers together.")
    held: int
    due: int
    still_open: int
    ratio: float | None


class ReviewCompletion(Wire):
    first_on: Day = Field(alias="firstDay")
    last_on: Day = Field(alias="lastDay")
    total: Rate
    tiers: list[Rate]


class DueFilters(Wire):
    tier: list[Tier] = []
    csm_id: UUID | None = None


class CompletionFilters(DueFilters):
    period: Named = "this-quarter"


@router.get("/due-reviews", response={200: answers.answer_of(list[DueReview], "DueReviews")})
@reads(Area.REVIEWS)
def list_due_reviews(request: ApiRequest, filters: Query[DueFilters]) -> HttpResponse:
    """What is due and neither held nor scheduled, the earliest end first."""
    refuse_strangers(request)
    now = timezone.now()
    found = _wanted(read_dues(running(timezone.localdate(now)), now), filters)
    due = [one for one in found if one.due.state == DueState.DUE]
    return answers.computed(
        [_due(one) for one in sorted(due, key=lambda one: (one.due.last, one.name))]
    )


@router.get(
    "/review-completion",
    response={200: answers.answer_of(ReviewCompletion, "ReviewCompletion")},
)
@reads(Area.REVIEWS)
def show_completion(request: ApiRequest, filters: Query[CompletionFilters]) -> HttpResponse:
    """How many of the reviews that were due by a day of the period were held."""
    refuse_strangers(request)
    now = timezone.now()
    period = period_named(filters.period, timezone.localdate(now))
    found = _wanted(read_dues(period, now), filters)
    by_tier = completion_by(found, lambda one: one.tier)
    return answers.computed({
        "firstDay": answers.day(period.first), "lastDay": answers.day(period.last), "total": _rate(None, completion(found)),
        "tiers": [_rate(tier, by_tier[tier]) for tier in Tier if tier in by_tier],
    })  # fmt: skip


def _wanted(found: list[CustomerDue], filters: DueFilters) -> list[CustomerDue]:
    return [
        one
        for one in found
        if (not filters.tier or one.tier in filters.tier) and filters.csm_id in (None, one.csm)
    ]


def _due(one: CustomerDue) -> dict[str, object]:
    return {
        "customerId": one.customer, "customerName": one.name, "tier": one.tier.value,
        "csmId": one.csm, "cadence": one.due.cadence.value,
        "also": [cadence.value for cadence in one.due.also], "firstDay": answers.day(one.due.first),
        "dueDate": answers.day(one.due.last), "proposedDay": answers.day(one.proposed_on),
    }  # fmt: skip


def _rate(tier: Tier | None, count: Completion) -> dict[str, object]:
    return {"tier": tier and tier.value, "held": count.held, "due": count.due,
            "stillOpen": count.open, "ratio": count.ratio}  # fmt: skip
