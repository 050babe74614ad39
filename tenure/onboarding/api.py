"""The value that customers got over the API."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from ninja import Router

from tenure.customers.finding import editable_customer, visible_customer
from tenure.customers.models import Customer
from tenure.foundation.rest import answers
from tenure.foundation.rest.once import once
from tenure.onboarding import models
from tenure.onboarding import schemas as wire
from tenure.onboarding.values import confirm_value, record_value
from tenure.people.callers import ApiRequest, Area, reads, refuse_strangers, writes

router = Router(tags=["Value"], by_alias=True)


@router.get(
    "/customers/{customer_id}/value-entries",
    response={200: answers.answer_of(list[wire.ValueEntry], "ValueEntries")},
)
@reads(Area.CUSTOMERS)
def list_values(request: ApiRequest, customer_id: UUID) -> HttpResponse:
    """What a customer achieved, the newest first. The first of it is what time to value is measured by."""
    visible_customer(customer_id, request.auth.person)
    refuse_strangers(request)
    where = "where v.customer_id = %s order by v.achieved_on desc, v.id desc"
    return answers.rows(wire.VALUES, where, [customer_id])


@router.post(
    "/customers/{customer_id}/value-entries",
    response={201: answers.answer_of(wire.ValueEntry, "NewValueEntry")},
)
@writes(Area.CUSTOMERS)
@once
def write_value(request: ApiRequest, customer_id: UUID, body: wire.NewValueEntry) -> HttpResponse:
    """Write down something measurable that the customer got, and who confirmed it where somebody has."""
    entry = record_value(
        customer=editable_customer(customer_id, request.auth.person),
        fields=body.given,
        by=request.auth,
        at=timezone.now(),
    )
    return answers.row(wire.VALUES, "where v.id = %s", [entry.id], 201)


@router.post(
    "/value-entries/{entry_id}/confirm",
    response={201: answers.answer_of(wire.ValueEntry, "ConfirmedValue")},
)
@writes(Area.CUSTOMERS)
@once
def confirm_entry(request: ApiRequest, entry_id: UUID, body: wire.Confirmation) -> HttpResponse:
    """Somebody at the customer says that it is so. Said again, it takes the place of what was said."""
    seen = Customer.objects.visible_to(request.auth.person)
    entry = models.ValueEntry.objects.filter(id=entry_id, customer__in=seen).first()
    if entry is None:
        raise Http404("There is no such value.")
    editable_customer(entry.customer_id, request.auth.person)
    at = timezone.now()
    told = {"confirmed_on": timezone.localdate(at)} | body.given
    confirm_value(entry=entry, by=request.auth, at=at, **told)
    return answers.row(wire.VALUES, "where v.id = %s", [entry_id], 201)
