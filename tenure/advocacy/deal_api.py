"""Deals that favours helped over the API, each counted once."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from ninja import Query

from tenure.advocacy import actions
from tenure.advocacy import deal_schemas as wire
from tenure.advocacy.api import router
from tenure.advocacy.finding import visible_favour
from tenure.advocacy.models import AdvocacyActivity
from tenure.advocacy.published import influence
from tenure.customers.finding import editable_customer
from tenure.foundation.database.prepared import first_value
from tenure.foundation.rest import answers
from tenure.foundation.rest.once import once
from tenure.foundation.rest.paging import numbered
from tenure.people.callers import ApiRequest, Area, reads, refuse_strangers, writes
from tenure.people.permissions import Permission

WHERE = """
where exists (select from advocacy_advocacyactivity f where f.deal_id = d.id)
    and (cardinality(%(state)s::text[]) = 0 or d.state = any(%(state)s))
"""
LARGEST = " order by d.annual_value desc, d.name, d.id limit %(limit)s offset %(skip)s"


@router.get("/deals", response=answers.page_schema(wire.Deal, "Deals"))
@reads(Area.ADVOCACY)
def list_deals(request: ApiRequest, filters: Query[wire.DealFilters]) -> HttpResponse:
    """Deals that favours helped, the largest first, each with those favours."""
    refuse_strangers(request)
    told: dict[str, Any] = {
        "state": [state.value for state in filters.state],
        "limit": filters.limit,
        "skip": (filters.page - 1) * filters.limit,
    }
    total = first_value(f"select count(*) from advocacy_deal d {WHERE}", told)
    page = numbered(filters.page, filters.limit, total) | {"nextCursor": None}
    return answers.listed(first_value(wire.DEALS.objects(WHERE + LARGEST), told), page)


@router.get("/deals/{deal_id}", response={200: answers.answer_of(wire.Deal, "Deal")})
@reads(Area.ADVOCACY)
def show_deal(request: ApiRequest, deal_id: UUID) -> HttpResponse:
    """A deal with the favours that helped it."""
    if not request.auth.person.may(Permission.CUSTOMERS_VIEW):
        raise Http404("There is no such deal.")
    return answers.row(wire.DEALS, "where d.id = %s", [deal_id])


@router.post(
    "/advocacy-activities/{activity_id}/deal",
    response={201: answers.answer_of(wire.Deal, "HelpedDeal")},
)
@writes(Area.ADVOCACY)
@once
def link_deal(request: ApiRequest, activity_id: UUID, body: wire.HelpedDeal) -> HttpResponse:
    """Note that a favour helped a deal, and how that stands. A favour helps one deal: the newest told."""
    activity = visible_favour(activity_id, request.auth.person)
    editable_customer(activity.customer_id, request.auth.person)
    deal = actions.link_deal(
        activity=activity, fields=body.given, by=request.auth, at=timezone.now()
    )
    return answers.row(wire.DEALS, "where d.id = %s", [deal.id], 201)


@router.delete("/advocacy-activities/{activity_id}/deal", response={200: answers.Done})
@writes(Area.ADVOCACY)
def unlink_deal(request: ApiRequest, activity_id: UUID) -> HttpResponse:
    """It did not help the deal. The deal stays, with the other favours that helped it."""
    activity = visible_favour(activity_id, request.auth.person)
    editable_customer(activity.customer_id, request.auth.person)
    actions.unlink_deal(activity=activity, by=request.auth, at=timezone.now())
    return answers.done("Deal unlinked")


@router.get(
    "/influenced-revenue",
    response={200: answers.answer_of(list[wire.InfluencedRevenue], "InfluencedRevenue")},
)
@reads(Area.ADVOCACY)
def influenced_revenue(request: ApiRequest) -> HttpResponse:
    """By state how many deals favours helped, and what these are worth a year; each counts once."""
    refuse_strangers(request)
    found = influence(AdvocacyActivity.objects.visible_to(request.auth.person))
    return answers.computed(
        [
            {"state": one.state.value, "deals": one.count, "annualValue": float(one.annual_value)}
            for one in found
        ]
    )
