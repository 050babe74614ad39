"""What advocates agreed to, and references that fit, over the API."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from ninja import Query

from tenure.advocacy import actions
from tenure.advocacy import consent_schemas as wire
from tenure.advocacy.api import router
from tenure.advocacy.finding import contact_of
from tenure.advocacy.fitting import Wanted
from tenure.advocacy.models import Consent
from tenure.advocacy.references import Reference, references
from tenure.customers.finding import editable_customer, visible_customer
from tenure.customers.models import Customer
from tenure.foundation.rest import answers
from tenure.foundation.rest.once import once
from tenure.people.callers import ApiRequest, Area, reads, refuse_strangers, writes


@router.get(
    "/customers/{customer_id}/consents",
    response={200: answers.answer_of(list[wire.Consent], "Consents")},
)
@reads(Area.ADVOCACY)
def list_consents(request: ApiRequest, customer_id: UUID) -> HttpResponse:
    """What a customer and its people agreed to, also what was taken back; the newest first."""
    visible_customer(customer_id, request.auth.person)
    refuse_strangers(request)
    where = "where k.customer_id = %s order by k.agreed_on desc, k.id desc"
    return answers.rows(wire.CONSENTS, where, [customer_id])


@router.post(
    "/customers/{customer_id}/consents",
    response={201: answers.answer_of(wire.Consent, "NewConsent")},
)
@writes(Area.ADVOCACY)
@once
def agree_to(request: ApiRequest, customer_id: UUID, body: wire.NewConsent) -> HttpResponse:
    """Write down what somebody agreed to; unless told, today and without an end."""
    customer = editable_customer(customer_id, request.auth.person)
    told = body.given
    contact = contact_of(customer, told.pop("contact_id", None))
    consent = actions.agree_to(
        customer=customer, contact=contact, by=request.auth, at=timezone.now(), **told
    )
    return answers.row(wire.CONSENTS, "where k.id = %s", [consent.id], 201)


@router.post(
    "/consents/{consent_id}/revoke",
    response={201: answers.answer_of(wire.Consent, "RevokedConsent")},
)
@writes(Area.ADVOCACY)
@once
def revoke_consent(request: ApiRequest, consent_id: UUID) -> HttpResponse:
    """They take it back, today."""
    seen = Customer.objects.visible_to(request.auth.person)
    consent = Consent.objects.filter(id=consent_id, customer__in=seen).first()
    if consent is None:
        raise Http404("There is no such consent.")
    editable_customer(consent.customer_id, request.auth.person)
    actions.revoke_consent(consent=consent, by=request.auth, at=timezone.now())
    return answers.row(wire.CONSENTS, "where k.id = %s", [consent_id], 201)


@router.get("/references", response={200: answers.answer_of(list[wire.Reference], "References")})
@reads(Area.ADVOCACY)
def list_references(request: ApiRequest, filters: Query[wire.ReferenceFilters]) -> HttpResponse:
    """Who agreed to a kind of favour and fits what is wanted, the best first; who is left in peace last."""
    refuse_strangers(request)
    wanted = Wanted(filters.industry.strip(), filters.tier or "", filters.use_case.strip())
    found = references(filters.activity_type, wanted, timezone.localdate())
    return answers.computed([_reference(one) for one in found[: filters.limit]])


def _reference(one: Reference) -> dict[str, Any]:
    who, rest = one.who, one.rest
    return {
        "customerId": who.customer, "customerName": who.name, "contactId": who.contact,
        "contactName": who.contact_name, "consent": who.words, "healthScore": who.known.score,
        "healthLevel": who.level, "percent": one.percent,
        "lines": [{"about": line.about, "points": line.points, "of": line.of, "says": line.says}
                  for line in one.lines],
        "rest": rest and {
            "until": None if rest.until == date.max else answers.day(rest.until), "says": rest.says,
        },
    }  # fmt: skip
