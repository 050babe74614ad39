"""Renewals ahead and what is expected of them over the API."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from ninja import Query

from tenure.foundation.refusals import Conflict, Invalid
from tenure.foundation.rest import answers
from tenure.foundation.rest.once import once
from tenure.people.callers import ApiRequest, Area, reads, refuse_strangers, writes
from tenure.programme.in_force import programme
from tenure.revenue import actions
from tenure.revenue import contract_schemas as wire
from tenure.revenue.api import editable_contract, router, visible_contract
from tenure.revenue.renewals import Renewal, renewal_of, renewals
from tenure.revenue.revenue_api import day_asked

AHEAD = timedelta(days=90)


@router.get("/renewals", response={200: answers.answer_of(list[wire.RenewalAhead], "Renewals")})
@reads(Area.ANALYTICS)
def list_renewals(request: ApiRequest, filters: Query[wire.RenewalFilters]) -> HttpResponse:
    """Renewals that are due between two days, with what people and figures expect of them."""
    refuse_strangers(request)
    now = timezone.now()
    day = timezone.localdate(now)
    first = day_asked("firstDay", filters.first_day, day)
    last = day_asked("lastDay", filters.last_day, first + AHEAD)
    if (last - first).days > 10 * 366:
        raise Invalid("Ask for ten years at most.", {"lastDay": "lies over ten years later"})
    found = renewals(
        first, last, filters.as_of or now, csm=filters.csm_id, customer=filters.customer_id
    )
    gap = programme().revenue.gap_days
    return answers.computed([_renewal(one, day, gap) for one in found])


@router.get(
    "/contracts/{contract_id}/forecasts",
    response={200: answers.answer_of(list[wire.Forecast], "Forecasts")},
)
@reads(Area.CUSTOMERS)
def list_forecasts(request: ApiRequest, contract_id: UUID) -> HttpResponse:
    """All that was expected of its renewals, the newest first."""
    told = [visible_contract(contract_id, request).id]
    where = "where f.contract_id = %s order by f.said_at desc, f.id desc"
    return answers.rows(wire.FORECASTS, where, told)


@router.post(
    "/contracts/{contract_id}/forecasts",
    response={201: answers.answer_of(wire.Forecast, "NewForecast")},
)
@writes(Area.CUSTOMERS)
@once
def forecast_renewal(
    request: ApiRequest, contract_id: UUID, body: wire.NewForecast
) -> HttpResponse:
    """Say what is expected of its next renewal, within a year. What was said before stays."""
    contract, at = editable_contract(contract_id, request), timezone.now()
    renewal = renewal_of(contract, timezone.localdate(at), at)
    if renewal is None:
        raise Conflict("No renewal of this contract is due within a year.")
    made = actions.forecast_renewal(
        contract=contract, renews_on=renewal.renews_on, by=request.auth, at=at, **body.given
    )
    return answers.data(answers.object_of(wire.FORECASTS, "where f.id = %s", [made.id]), 201)


def _renewal(one: Renewal, day: date, gap: int) -> dict[str, Any]:
    expected = one.expected
    return {
        "contractId": one.contract, "customerId": one.customer, "customerName": one.name,
        "csmName": one.csm, "renewsOn": answers.day(one.renews_on),
        "annualValue": float(one.amount), "renewsByItself": one.by_itself,
        "healthScore": one.score, "healthLevel": one.level and one.level.value,
        "expected": expected and {"call": expected.call.value, "because": expected.because},
        "call": one.call and one.call.value,
        "forecast": None if one.forecast is None else float(one.forecast),
        "note": one.note, "saidBy": one.said_by, "saidAt": answers.instant(one.said_at),
        "renewedAt": None if one.renewed_at is None else float(one.renewed_at),
        "outcome": one.outcome(day, gap).value,
    }  # fmt: skip
