"""Tiers, their changes, and what customers used, over the API."""

from typing import Any
from uuid import UUID

from django.db.models import Count, Sum
from django.http import Http404, HttpResponse
from django.utils import timezone
from ninja import Query, Router

from tenure.customers.finding import editable_customer
from tenure.customers.models import Customer
from tenure.foundation.database.prepared import first_value
from tenure.foundation.refusals import NotAllowed
from tenure.foundation.rest import answers
from tenure.foundation.rest.once import once
from tenure.foundation.rest.paging import numbered
from tenure.foundation.rest.versions import seen_at
from tenure.people.callers import ApiRequest, Area, reads, writes
from tenure.people.permissions import Permission
from tenure.programme.in_force import tiers
from tenure.programme.tiers import TierPromise
from tenure.tiering import actions
from tenure.tiering.models import TierChange
from tenure.tiering.schemas import (
    MOVES,
    USE,
    ChosenTier,
    Decision,
    KeptUse,
    Move,
    MoveFilters,
    TierStanding,
    Use,
)

router = Router(tags=["Tiers"], by_alias=True)
WHERE = """
where (cardinality(%(state)s::text[]) = 0 or m.state = any(%(state)s))
    and (%(customer)s::uuid is null or m.customer_id = %(customer)s)
"""
NEWEST = " order by m.proposed_on desc, m.id desc limit %(limit)s offset %(skip)s"


@router.get("/tiers", response={200: answers.answer_of(list[TierStanding], "Tiers")})
@reads(Area.CUSTOMERS)
def list_tiers(request: ApiRequest) -> HttpResponse:
    """The tiers, the highest first: what each is promised, and who is in it now."""
    if not request.auth.person.may(Permission.CUSTOMERS_VIEW):
        raise NotAllowed("Tiers are told to the team.")
    seen = Customer.objects.visible_to(request.auth.person).current()
    found = seen.values_list("tier").annotate(n=Count("id"), v=Sum("annual_contract_value"))
    told = {tier: (number, value) for tier, number, value in found.order_by()}
    return answers.computed(
        [_told(promise, *told.get(promise.code, (0, 0))) for promise in tiers().tier]
    )


def _told(promise: TierPromise, customers: int, value: Any) -> dict[str, Any]:
    return {
        "tier": promise.code.value,
        "customers": customers,
        "annualValue": float(value),
        "leastAnnualValue": float(promise.least_annual_value),
        "limits": promise.limits,
        "care": promise.care.value,
        "customersPerCsm": promise.customers_per_csm,
        "firstResponseHours": promise.first_response_hours,
        "resolutionHours": promise.resolution_hours,
        "reviews": [
            {"cadence": one.cadence.value, "firstDays": one.first_days} for one in promise.reviews
        ],
        "touchpointsAMonth": promise.touchpoints_a_month,
        "onboardingDays": promise.onboarding_days,
        "noticeDays": promise.notice_days,
        "requestsAnHour": promise.requests_an_hour,
    }


@router.get("/tier-changes", response=answers.page_schema(Move, "TierChanges"))
@reads(Area.CUSTOMERS)
def list_changes(request: ApiRequest, filters: Query[MoveFilters]) -> HttpResponse:
    """Changes of tiers, proposed, announced and over, the newest first."""
    if not request.auth.person.may(Permission.CUSTOMERS_VIEW):
        return answers.listed(b"[]", answers.empty_page(filters.page, filters.limit))
    told: dict[str, Any] = {
        "state": [state.value for state in filters.state],
        "customer": filters.customer_id,
        "limit": filters.limit,
        "skip": (filters.page - 1) * filters.limit,
    }
    total = first_value(f"select count(*) from tiering_tierchange m {WHERE}", told)
    page = numbered(filters.page, filters.limit, total) | {"nextCursor": None}
    return answers.listed(first_value(MOVES.objects(WHERE + NEWEST), told), page)


@router.post("/tier-changes/{change_id}", response={201: answers.answer_of(Move, "TierChange")})
@writes(Area.CUSTOMERS)
@once
def decide_change(request: ApiRequest, change_id: UUID, body: Decision) -> HttpResponse:
    """Accept a change, or decline it and say why."""
    change = TierChange.objects.visible_to(request.auth.person).filter(id=change_id).first()
    if change is None:
        raise Http404("There is no such change of a tier.")
    editable_customer(change.customer_id, request.auth.person)
    at = timezone.now()
    if body.do == "accept":
        actions.accept_change(change=change, by=request.auth, at=at)
    else:
        actions.decline_change(change=change, note=body.note or "", by=request.auth, at=at)
    return answers.row(MOVES, "where m.id = %s", [change_id], 201)


@router.put("/customers/{customer_id}/tier", response={200: answers.answer_of(Move, "ChosenTier")})
@writes(Area.CUSTOMERS)
def set_tier(request: ApiRequest, customer_id: UUID, body: ChosenTier) -> HttpResponse:
    """Put a customer into a tier by hand. It stays there until that is taken back."""
    customer = editable_customer(customer_id, request.auth.person)
    change = actions.set_tier(
        customer=customer, tier=body.tier, reason=body.reason, seen_at=seen_at(request),
        by=request.auth, at=timezone.now(),
    )  # fmt: skip
    return answers.row(MOVES, "where m.id = %s", [change.id])


@router.delete("/customers/{customer_id}/tier", response={200: answers.Done})
@writes(Area.CUSTOMERS)
def reset_tier(request: ApiRequest, customer_id: UUID) -> HttpResponse:
    """Let the tier move by review again. It stays as it is; what speaks for another one is proposed."""
    customer = editable_customer(customer_id, request.auth.person)
    actions.reset_tier(customer=customer, by=request.auth, at=timezone.now())
    return answers.done("The tier moves by review again")


@router.post(
    "/customers/{customer_id}/monthly-use",
    response={201: answers.answer_of(KeptUse, "MonthlyUse")},
)
@writes(Area.CUSTOMERS)
@once
def report_use(request: ApiRequest, customer_id: UUID, body: Use) -> HttpResponse:
    """Tell what a customer used in a month of what tiers limit. Another figure takes its place."""
    customer = editable_customer(customer_id, request.auth.person)
    use = actions.report_use(
        customer=customer, month=body.month, name=body.name, value=body.exact,
        by=request.auth, at=timezone.now(),
    )  # fmt: skip
    return answers.row(USE, "where u.id = %s", [use.id], 201)
