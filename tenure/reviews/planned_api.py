"""Scheduling, preparing and holding reviews over the API."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from ninja import Query

from tenure.customers.finding import editable_customer, visible_customer
from tenure.foundation.checking import cleared
from tenure.foundation.refusals import Invalid
from tenure.foundation.rest import answers
from tenure.foundation.rest.once import once
from tenure.foundation.rest.versions import seen_at
from tenure.people.callers import ApiRequest, Area, reads, refuse_strangers, writes
from tenure.people.models import Person
from tenure.reviews import actions
from tenure.reviews import planned_schemas as wire
from tenure.reviews.api import router
from tenure.reviews.lines import AgendaLine, Attendee
from tenure.reviews.models import PlannedReview, ReviewType

LIST = """
where p.customer_id = %(customer)s
    and (%(states)s::text[] = '{}' or p.state = any(%(states)s::text[]))
order by p.scheduled_at desc, p.id desc
"""
ANSWER = answers.answer_of(wire.PlannedReview, "PlannedReview")


@router.get(
    "/customers/{customer_id}/planned-reviews",
    response={200: answers.answer_of(list[wire.PlannedReview], "PlannedReviews")},
)
@reads(Area.REVIEWS)
def list_planned_reviews(
    request: ApiRequest, customer_id: UUID, filters: Query[wire.PlannedFilters]
) -> HttpResponse:
    """The reviews that are or were scheduled with a customer, the latest first."""
    visible_customer(customer_id, request.auth.person)
    refuse_strangers(request)
    told = {"customer": customer_id, "states": [state.value for state in filters.state]}
    return answers.rows(wire.PLANNED, LIST, told)


@router.post("/customers/{customer_id}/planned-reviews", response={201: ANSWER})
@writes(Area.REVIEWS)
@once
def schedule_review(
    request: ApiRequest, customer_id: UUID, body: wire.NewPlannedReview
) -> HttpResponse:
    """Schedule a review; unless told, the CSM leads it."""
    customer = editable_customer(customer_id, request.auth.person)
    facts = _facts(body.given)
    facts.setdefault("organiser", customer.success_profile.csm)
    planned = actions.schedule_review(
        customer=customer, review_type=ReviewType(facts.pop("review_type")),
        scheduled_at=facts.pop("scheduled_at"), agenda=facts.pop("agenda", ()),
        attendees=facts.pop("attendees", ()), facts=facts, by=request.auth, at=timezone.now(),
    )  # fmt: skip
    return answers.row(wire.PLANNED, "where p.id = %s", [planned.id], 201)


@router.put("/planned-reviews/{planned_id}", response={200: ANSWER})
@writes(Area.REVIEWS)
def prepare_review(request: ApiRequest, planned_id: UUID, body: wire.Preparation) -> HttpResponse:
    """Change what is sent, and keep the rest."""
    facts = _facts(body.given)
    actions.prepare_review(
        planned=editable_review(planned_id, request), agenda=facts.pop("agenda", None),
        attendees=facts.pop("attendees", None), facts=facts, seen_at=seen_at(request),
        by=request.auth, at=timezone.now(),
    )  # fmt: skip
    return answers.row(wire.PLANNED, "where p.id = %s", [planned_id])


@router.post("/planned-reviews/{planned_id}/move", response={201: ANSWER})
@writes(Area.REVIEWS)
@once
def move_review(request: ApiRequest, planned_id: UUID, body: wire.AnotherTime) -> HttpResponse:
    return _done(actions.move_review, planned_id, request, **body.given)


@router.post("/planned-reviews/{planned_id}/cancel", response={201: ANSWER})
@writes(Area.REVIEWS)
@once
def cancel_planned_review(request: ApiRequest, planned_id: UUID, body: wire.WhyNot) -> HttpResponse:
    return _done(actions.cancel_review, planned_id, request, **body.given)


@router.post("/planned-reviews/{planned_id}/miss", response={201: ANSWER})
@writes(Area.REVIEWS)
@once
def miss_planned_review(request: ApiRequest, planned_id: UUID, body: wire.WhyNot) -> HttpResponse:
    """It did not take place, and nobody had called it off."""
    return _done(actions.miss_review, planned_id, request, **body.given)


@router.post("/planned-reviews/{planned_id}/reinstate", response={201: ANSWER})
@writes(Area.REVIEWS)
@once
def reinstate_planned_review(request: ApiRequest, planned_id: UUID) -> HttpResponse:
    """Put back on what was cancelled or missed: it is scheduled for its old time."""
    return _done(actions.reinstate_review, planned_id, request)


def _done(
    deed: Callable[..., object], planned_id: UUID, request: ApiRequest, **told: Any
) -> HttpResponse:
    deed(planned=editable_review(planned_id, request), by=request.auth, at=timezone.now(), **told)
    return answers.row(wire.PLANNED, "where p.id = %s", [planned_id], 201)


def editable_review(planned_id: UUID, request: ApiRequest) -> PlannedReview:
    found = PlannedReview.objects.visible_to(request.auth.person).filter(id=planned_id)
    planned = found.select_related("customer").first()
    if planned is None:
        raise Http404("There is no such planned review.")
    editable_customer(planned.customer_id, request.auth.person)
    return planned


def _facts(given: dict[str, Any]) -> dict[str, Any]:
    """What was sent, as deeds take it."""
    facts = cleared(PlannedReview, given)
    if "agenda" in facts:
        facts["agenda"] = [AgendaLine(text.strip()) for text in facts["agenda"]]
    if "attendees" in facts:
        facts["attendees"] = [Attendee(**one.given) for one in facts["attendees"]]
    if "organiser_id" in facts:
        which = facts.pop("organiser_id")
        facts["organiser"] = Person.objects.csms().filter(id=which).first() if which else None
        if which and facts["organiser"] is None:
            raise Invalid("There is no such person.", {"organiserId": "is not known"})
    return facts
