"""Requests over the API."""

import re
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from ninja import Query, Router

from tenure.customers.finding import editable_customer, visible_customer
from tenure.foundation.checking import cleared
from tenure.foundation.database.prepared import first_value
from tenure.foundation.rest import answers
from tenure.foundation.rest.once import once
from tenure.foundation.rest.paging import numbered
from tenure.foundation.rest.versions import seen_at
from tenure.people.callers import ApiRequest, Area, reads, writes
from tenure.people.permissions import Permission
from tenure.requests import actions, models
from tenure.requests.finding import editable_request, with_references
from tenure.requests.schemas import (
    REQUESTS,
    CustomerRequestFilters,
    NewRequest,
    Request,
    RequestChanges,
    RequestFilters,
)
from tenure.requests.themes import spelled

router = Router(tags=["Requests"], by_alias=True)
WHERE = """
where (%(customer)s::uuid is null or r.customer_id = %(customer)s)
    and (cardinality(%(state)s::text[]) = 0 or r.state = any(%(state)s))
    and (%(theme)s::text is null or r.theme = %(theme)s)
    and (%(tier)s::text is null or c.tier = %(tier)s)
    and (%(csm)s::uuid is null or p.csm_id = %(csm)s)
    and (%(search)s::text is null or r.search_text like %(search)s)
"""
NEWEST = " order by r.asked_on desc, r.id desc limit %(limit)s offset %(skip)s"
COUNT = f"select count(*) from {REQUESTS.source} {WHERE}"


@router.get("/requests", response=answers.page_schema(Request, "AllRequests"))
@reads(Area.REQUESTS)
def list_requests(request: ApiRequest, filters: Query[RequestFilters]) -> HttpResponse:
    """What customers ask the product for, the newest first."""
    if not request.auth.person.may(Permission.CUSTOMERS_VIEW):
        return answers.listed(b"[]", answers.empty_page(filters.page, filters.limit))
    return _listed(
        filters, customer=filters.customer_id, tier=filters.tier and filters.tier.value,
        csm=filters.csm_id, search=_part(filters.search),
    )  # fmt: skip


@router.get("/customers/{customer_id}/requests", response=answers.page_schema(Request, "Requests"))
@reads(Area.REQUESTS)
def list_requests_of_customer(
    request: ApiRequest, customer_id: UUID, filters: Query[CustomerRequestFilters]
) -> HttpResponse:
    """What a customer asks the product for, the newest first."""
    visible_customer(customer_id, request.auth.person)
    return _listed(filters, customer=customer_id, tier=None, csm=None, search=None)


@router.post(
    "/customers/{customer_id}/requests", response={201: answers.answer_of(Request, "NewRequest")}
)
@writes(Area.REQUESTS)
@once
def record_request(request: ApiRequest, customer_id: UUID, body: NewRequest) -> HttpResponse:
    """Write down what a customer asks for."""
    customer = editable_customer(customer_id, request.auth.person)
    made = actions.record_request(
        customer=customer,
        fields=with_references(cleared(models.Request, body.given), customer.id),
        by=request.auth,
        at=timezone.now(),
    )
    return answers.row(REQUESTS, "where r.id = %s", [made.id], 201)


@router.put("/requests/{request_id}", response={200: answers.answer_of(Request, "Request")})
@writes(Area.REQUESTS)
def change_request(request: ApiRequest, request_id: UUID, body: RequestChanges) -> HttpResponse:
    """Change what is sent, and keep the rest. With `state` it goes a step forward (ACKNOWLEDGED,
    PLANNED, DELIVERED, DECLINED) or back; `answer` is what the customer is told."""
    found = editable_request(request_id, request.auth.person)
    actions.amend_request(
        request=found,
        changes=with_references(cleared(models.Request, body.given), found.customer_id),
        seen_at=seen_at(request),
        by=request.auth,
        at=timezone.now(),
    )
    return answers.row(REQUESTS, "where r.id = %s", [request_id])


def _part(words: str | None) -> str | None:
    """A pattern of whatever has these words in it, where % and _ stand for themselves."""
    if not words:
        return None
    plain = re.sub(r"([\\%_])", r"\\\1", words.lower())
    return f"%{plain}%"


def _listed(filters: CustomerRequestFilters, **narrowed: Any) -> HttpResponse:
    told = narrowed | {
        "state": [state.value for state in filters.state],
        "theme": spelled(filters.theme) if filters.theme else None,
        "limit": filters.limit,
        "skip": (filters.page - 1) * filters.limit,
    }
    page = numbered(filters.page, filters.limit, first_value(COUNT, told)) | {"nextCursor": None}
    return answers.listed(first_value(REQUESTS.objects(WHERE + NEWEST), told), page)
