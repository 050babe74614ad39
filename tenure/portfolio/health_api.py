"""Why health is what it is, between any two days and as of any day, over the API."""

from uuid import UUID

from django.http import Http404, HttpResponse
from ninja import Query

from tenure.customers.finding import visible_customer
from tenure.foundation.refusals import Invalid
from tenure.foundation.rest import answers
from tenure.health.api import router
from tenure.health.history import scores_of
from tenure.people.callers import ApiRequest, Area, reads
from tenure.portfolio.explaining import as_of, explained
from tenure.portfolio.health_schemas import AsOf, Between, Explanation, On
from tenure.portfolio.health_view import health_view
from tenure.portfolio.ranges import Days


class WrongOrder(Invalid):
    """Days that come in the wrong order."""


@router.get(
    "/customers/{customer_id}/health-explanation",
    response={200: answers.answer_of(Explanation, "HealthExplanation")},
)
@reads(Area.HEALTH)
def explain_health(request: ApiRequest, customer_id: UUID, between: Query[Between]) -> HttpResponse:
    """What changed a customer's health between two days, measure by measure, so that it adds up;
    what the customer did and how it is scored kept apart; and what would bring it back."""
    customer = visible_customer(customer_id, request.auth.person)
    days = Days(between.first, between.last)
    if days.first and days.last and days.first >= days.last:
        raise WrongOrder("These days come in the wrong order.", {"from": "Choose an earlier day."})
    view = health_view(customer, days)
    if view is None:
        raise Http404("No score was computed up to this day.")
    return answers.computed(explained(view))


@router.get(
    "/customers/{customer_id}/health-as-of",
    response={200: answers.answer_of(AsOf, "HealthAsOf")},
)
@reads(Area.HEALTH)
def health_as_of(request: ApiRequest, customer_id: UUID, on: Query[On]) -> HttpResponse:
    """Health as it was on a day: score, level, readings and scorecard of then."""
    customer = visible_customer(customer_id, request.auth.person)
    score = scores_of(customer, on.day).first()
    if score is None:
        raise Http404("There was no score up to this day.")
    return answers.computed(as_of(score, on.day, health_view(customer, Days(None, on.day))))
