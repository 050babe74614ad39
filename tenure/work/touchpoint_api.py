"""Touchpoints over the API."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from ninja import Query

from tenure.customers.finding import editable_customer, visible_customer
from tenure.foundation.checking import cleared
from tenure.foundation.database.prepared import first_value
from tenure.foundation.rest import answers
from tenure.foundation.rest.once import once
from tenure.foundation.rest.paging import numbered
from tenure.foundation.rest.versions import seen_at
from tenure.people.callers import ApiRequest, Area, reads, writes
from tenure.work import actions, models
from tenure.work.api import router
from tenure.work.finding import editable_touchpoint, with_owner
from tenure.work.schemas import (
    TOUCHPOINTS,
    NewTouchpoint,
    Touchpoint,
    TouchpointChanges,
    TouchpointFilters,
)

WHERE = """
where t.customer_id = %(customer)s
    and (cardinality(%(state)s::text[]) = 0 or t.state = any(%(state)s))
    and (cardinality(%(kind)s::text[]) = 0 or t.kind = any(%(kind)s))
"""
NEWEST = """
order by coalesce(t.happened_at, t.planned_on::timestamp at time zone 'UTC') desc, t.id desc
limit %(limit)s offset %(skip)s
"""


@router.get(
    "/customers/{customer_id}/touchpoints", response=answers.page_schema(Touchpoint, "Touchpoints")
)
@reads(Area.WORK)
def list_touchpoints(
    request: ApiRequest, customer_id: UUID, filters: Query[TouchpointFilters]
) -> HttpResponse:
    """What was done with a customer and what is planned, the newest first."""
    visible_customer(customer_id, request.auth.person)
    told: dict[str, Any] = {
        "customer": customer_id,
        "state": [state.value for state in filters.state],
        "kind": [kind.value for kind in filters.kind],
        "limit": filters.limit,
        "skip": (filters.page - 1) * filters.limit,
    }
    total = first_value(f"select count(*) from work_touchpoint t {WHERE}", told)
    page = numbered(filters.page, filters.limit, total) | {"nextCursor": None}
    return answers.listed(first_value(TOUCHPOINTS.objects(WHERE + NEWEST), told), page)


@router.post(
    "/customers/{customer_id}/touchpoints",
    response={201: answers.answer_of(Touchpoint, "NewTouchpoint")},
)
@writes(Area.WORK)
@once
def add_touchpoint(request: ApiRequest, customer_id: UUID, body: NewTouchpoint) -> HttpResponse:
    """Write down what was done with a customer: now, or at `happenedAt`. With `plannedOn` and without
    `happenedAt` it is planned."""
    customer = editable_customer(customer_id, request.auth.person)
    facts = with_owner(cleared(models.Touchpoint, body.given))
    if facts.get("happened_at") is None:
        facts.pop("happened_at", None)
    is_planned = facts.get("planned_on") and "happened_at" not in facts
    add = actions.plan_touchpoint if is_planned else actions.log_touchpoint
    made = add(customer=customer, fields=facts, by=request.auth, at=timezone.now())
    return answers.row(TOUCHPOINTS, "where t.id = %s", [made.id], 201)


@router.put(
    "/touchpoints/{touchpoint_id}", response={200: answers.answer_of(Touchpoint, "Touchpoint")}
)
@writes(Area.WORK)
def change_touchpoint(
    request: ApiRequest, touchpoint_id: UUID, body: TouchpointChanges
) -> HttpResponse:
    """Change what is sent. What becomes HELD took place now, unless `happenedAt` says when; sending
    that alone makes it HELD. What is HELD no more loses its time."""
    actions.change_touchpoint(
        touchpoint=editable_touchpoint(touchpoint_id, request.auth.person),
        changes=with_owner(cleared(models.Touchpoint, body.given)),
        seen_at=seen_at(request),
        by=request.auth,
        at=timezone.now(),
    )
    return answers.row(TOUCHPOINTS, "where t.id = %s", [touchpoint_id])
