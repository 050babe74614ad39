"""Pulses and scores set by hand over the API."""

from typing import Annotated
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from ninja import Router
from pydantic import Field

from tenure.customers.finding import editable_customer, visible_customer
from tenure.foundation.rest import answers
from tenure.foundation.rest.once import once
from tenure.foundation.rest.paging import MOST_ROWS
from tenure.health import judging, overriding
from tenure.health.models import Override as OverrideRow
from tenure.health.models import Pulse as PulseRow
from tenure.health.said_schemas import OVERRIDES, PULSES, NewOverride, NewPulse, Override, Pulse
from tenure.people.callers import ApiRequest, Area, reads, writes

router = Router(tags=["Health"], by_alias=True)
NEWEST = "where u.customer_id = %s order by u.given_at desc limit %s"
Limit = Annotated[int, Field(ge=1, le=MOST_ROWS)]


@router.get(
    "/customers/{customer_id}/pulses", response={200: answers.answer_of(list[Pulse], "Pulses")}
)
@reads(Area.HEALTH)
def list_pulses(request: ApiRequest, customer_id: UUID, limit: Limit = 10) -> HttpResponse:
    """What people felt about a customer, the newest first; withdrawn ones are told as such."""
    visible_customer(customer_id, request.auth.person)
    return answers.rows(PULSES, NEWEST, [customer_id, limit])


@router.post(
    "/customers/{customer_id}/pulses", response={201: answers.answer_of(Pulse, "NewPulse")}
)
@writes(Area.HEALTH)
@once
def give_pulse(request: ApiRequest, customer_id: UUID, body: NewPulse) -> HttpResponse:
    """Say how you feel about a customer, and why. The newest pulse is the one that counts."""
    pulse = judging.give_pulse(
        customer=editable_customer(customer_id, request.auth.person),
        by=request.auth,
        at=timezone.now(),
        **body.given,
    )
    return answers.row(PULSES, "where u.id = %s", [pulse.id], 201)


@router.delete("/customers/{customer_id}/pulses/{pulse_id}", response={200: answers.Done})
@writes(Area.HEALTH)
def withdraw_pulse(request: ApiRequest, customer_id: UUID, pulse_id: UUID) -> HttpResponse:
    """Take a pulse back: it counts no more, and stays to be read."""
    customer = editable_customer(customer_id, request.auth.person)
    pulse = PulseRow.objects.filter(id=pulse_id, customer=customer).first()
    if pulse is None:
        raise Http404("There is no such pulse.")
    judging.withdraw_pulse(pulse=pulse, by=request.auth, at=timezone.now())
    return answers.done("Pulse withdrawn")


@router.post(
    "/customers/{customer_id}/health-override",
    response={201: answers.answer_of(Override, "NewOverride")},
)
@writes(Area.HEALTH)
@once
def set_override(request: ApiRequest, customer_id: UUID, body: NewOverride) -> HttpResponse:
    """Set the score by hand, for a while. The computed one goes on, and is told beside it."""
    override = overriding.set_override(
        customer=editable_customer(customer_id, request.auth.person),
        by=request.auth,
        at=timezone.now(),
        **body.given,
    )
    return answers.row(OVERRIDES, "where v.id = %s", [override.id], 201)


@router.delete("/customers/{customer_id}/health-override", response={200: answers.Done})
@writes(Area.HEALTH)
def end_override(request: ApiRequest, customer_id: UUID) -> HttpResponse:
    """Let the computed score count again."""
    customer, at = editable_customer(customer_id, request.auth.person), timezone.now()
    override = OverrideRow.objects.running(at).filter(customer=customer).first()
    if override is None:
        raise Http404("No score of this customer is set by hand.")
    overriding.end_override(override=override, by=request.auth, at=at)
    return answers.done("The computed score counts again")
