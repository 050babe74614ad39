"""Opportunities over the API: read with what shows them, pursued, won, lost, dismissed, taken up again."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from ninja import Query, Router

from tenure.customers.finding import editable_customer
from tenure.expansion import actions, models
from tenure.expansion import schemas as wire
from tenure.foundation.database.prepared import first_value
from tenure.foundation.rest import answers
from tenure.foundation.rest.once import once
from tenure.foundation.rest.paging import numbered
from tenure.people.callers import ApiRequest, Area, reads, refuse_strangers, writes

router = Router(tags=["Expansion"], by_alias=True)
ANSWER = answers.answer_of(wire.Opportunity, "Opportunity")
WHERE = """
where (cardinality(%(state)s::text[]) = 0 or o.state = any(%(state)s))
    and (%(customer)s::uuid is null or o.customer_id = %(customer)s)
    and (%(csm)s::uuid is null or p.csm_id = %(csm)s)
"""
LARGEST = " order by o.estimated_revenue desc, o.id limit %(limit)s offset %(skip)s"


@router.get("/opportunities", response=answers.page_schema(wire.Opportunity, "Opportunities"))
@reads(Area.CUSTOMERS)
def list_opportunities(
    request: ApiRequest, filters: Query[wire.OpportunityFilters]
) -> HttpResponse:
    """Opportunities that were found, also those that ended, the largest first. Who might buy more at
    this moment is answered by `/expansion-opportunities`."""
    refuse_strangers(request)
    told: dict[str, Any] = {
        "state": [state.value for state in filters.state],
        "customer": filters.customer_id,
        "csm": filters.csm_id,
        "limit": filters.limit,
        "skip": (filters.page - 1) * filters.limit,
    }
    total = first_value(f"select count(*) from {wire.OPPORTUNITIES.source} {WHERE}", told)
    page = numbered(filters.page, filters.limit, total) | {"nextCursor": None}
    return answers.listed(first_value(wire.OPPORTUNITIES.objects(WHERE + LARGEST), told), page)


@router.get("/opportunities/{opportunity_id}", response={200: ANSWER})
@reads(Area.CUSTOMERS)
def show_opportunity(request: ApiRequest, opportunity_id: UUID) -> HttpResponse:
    """An opportunity with its evidence, what it would bring, how that was reckoned, and what to do."""
    return _shown(_visible(opportunity_id, request), 200)


@router.post("/opportunities/{opportunity_id}/pursue", response={201: ANSWER})
@writes(Area.CUSTOMERS)
@once
def pursue_opportunity(request: ApiRequest, opportunity_id: UUID) -> HttpResponse:
    """Start the programme's expansion plan today, with what it should bring as its target."""
    at = timezone.now()
    found = _editable(opportunity_id, request)
    actions.pursue_opportunity(
        opportunity=found, starts_on=timezone.localdate(at), by=request.auth, at=at
    )
    return _shown(found)


@router.post("/opportunities/{opportunity_id}/win", response={201: ANSWER})
@writes(Area.CUSTOMERS)
@once
def win_opportunity(
    request: ApiRequest, opportunity_id: UUID, body: wire.WonOpportunity
) -> HttpResponse:
    """The contract is amended from `endedOn` on (unless told, today), the plan completed, the tier moved."""
    at = timezone.now()
    found, fields = _editable(opportunity_id, request), body.given
    fields.setdefault("ended_on", timezone.localdate(at))
    growth = fields.pop("growth")
    actions.win_opportunity(opportunity=found, growth=growth, fields=fields, by=request.auth, at=at)
    return _shown(found)


@router.post("/opportunities/{opportunity_id}/lose", response={201: ANSWER})
@writes(Area.CUSTOMERS)
@once
def lose_opportunity(
    request: ApiRequest, opportunity_id: UUID, body: wire.WhyEnded
) -> HttpResponse:
    """They do not buy; the plan is cancelled, and the same signs rest for a while."""
    found = _editable(opportunity_id, request)
    actions.lose_opportunity(opportunity=found, note=body.note, by=request.auth, at=timezone.now())
    return _shown(found)


@router.post("/opportunities/{opportunity_id}/dismiss", response={201: ANSWER})
@writes(Area.CUSTOMERS)
@once
def dismiss_opportunity(
    request: ApiRequest, opportunity_id: UUID, body: wire.WhyEnded
) -> HttpResponse:
    """Not now: it rests as long as the programme says, then the same signs count again."""
    found = _editable(opportunity_id, request)
    actions.dismiss_opportunity(
        opportunity=found, note=body.note, by=request.auth, at=timezone.now()
    )
    return _shown(found)


@router.post("/opportunities/{opportunity_id}/reopen", response={201: ANSWER})
@writes(Area.CUSTOMERS)
@once
def reopen_opportunity(request: ApiRequest, opportunity_id: UUID) -> HttpResponse:
    """Take up again what was lost or dismissed, with its plan where it had one."""
    found = _editable(opportunity_id, request)
    actions.reopen_opportunity(opportunity=found, by=request.auth, at=timezone.now())
    return _shown(found)


def _visible(opportunity_id: UUID, request: ApiRequest) -> models.Opportunity:
    seen = models.Opportunity.objects.visible_to(request.auth.person)
    found = seen.filter(id=opportunity_id).first()
    if found is None:
        raise Http404("There is no such opportunity.")
    return found


def _editable(opportunity_id: UUID, request: ApiRequest) -> models.Opportunity:
    found = _visible(opportunity_id, request)
    editable_customer(found.customer_id, request.auth.person)
    return found


def _shown(found: models.Opportunity, status: int = 201) -> HttpResponse:
    return answers.row(wire.OPPORTUNITIES, "where o.id = %s", [found.id], status)
