"""Contracts over the API."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from ninja import Router

from tenure.contracts import actions as contracts
from tenure.contracts.models import Contract
from tenure.customers.finding import editable_customer, visible_customer
from tenure.foundation.checking import cleared
from tenure.foundation.rest import answers
from tenure.foundation.rest.once import once
from tenure.foundation.rest.versions import seen_at
from tenure.people.callers import ApiRequest, Area, reads, refuse_strangers, writes
from tenure.revenue import contract_schemas as wire

router = Router(tags=["Revenue"], by_alias=True)
NEWEST = "order by k.starts_on desc, k.id desc"


@router.get(
    "/customers/{customer_id}/contracts",
    response={200: answers.answer_of(list[wire.Contract], "Contracts")},
)
@reads(Area.CUSTOMERS)
def list_contracts(request: ApiRequest, customer_id: UUID) -> HttpResponse:
    """All contracts of a customer, the newest first."""
    visible_customer(customer_id, request.auth.person)
    refuse_strangers(request)
    where = f"where k.customer_id = %s {NEWEST}"
    return answers.rows(wire.CONTRACTS, where, [customer_id])


@router.post(
    "/customers/{customer_id}/contracts",
    response={201: answers.answer_of(wire.Contract, "NewContract")},
)
@writes(Area.CUSTOMERS)
@once
def start_contract(request: ApiRequest, customer_id: UUID, body: wire.NewContract) -> HttpResponse:
    customer = editable_customer(customer_id, request.auth.person)
    made = contracts.start_contract(
        customer=customer, fields=cleared(Contract, body.given), by=request.auth, at=timezone.now()
    )
    return _row(made, 201)


@router.get(
    "/contracts/{contract_id}", response={200: answers.answer_of(wire.Contract, "Contract")}
)
@reads(Area.CUSTOMERS)
def get_contract(request: ApiRequest, contract_id: UUID) -> HttpResponse:
    return _row(visible_contract(contract_id, request))


@router.post(
    "/contracts/{contract_id}/amend", response={201: answers.answer_of(wire.Contract, "Amended")}
)
@writes(Area.CUSTOMERS)
@once
def amend_contract(request: ApiRequest, contract_id: UUID, body: wire.Amendment) -> HttpResponse:
    """More or less from a day on. Answers the contract that runs from that day."""
    changes = body.given
    made = contracts.amend_contract(
        contract=editable_contract(contract_id, request), on=changes.pop("on"), changes=changes,
        seen_at=seen_at(request), by=request.auth, at=timezone.now(),
    )  # fmt: skip
    return _row(made, 201)


@router.post(
    "/contracts/{contract_id}/renew", response={201: answers.answer_of(wire.Contract, "Renewed")}
)
@writes(Area.CUSTOMERS)
@once
def renew_contract(request: ApiRequest, contract_id: UUID, body: wire.RenewedTerm) -> HttpResponse:
    """The next term, from the day after the end. Answers its contract."""
    changes = body.given
    made = contracts.renew_contract(
        contract=editable_contract(contract_id, request), ends_on=changes.pop("ends_on"), changes=changes,
        by=request.auth, at=timezone.now(),
    )  # fmt: skip
    return _row(made, 201)


@router.post(
    "/contracts/{contract_id}/end", response={201: answers.answer_of(wire.Contract, "Ended")}
)
@writes(Area.CUSTOMERS)
@once
def end_contract(request: ApiRequest, contract_id: UUID, body: wire.LastDay) -> HttpResponse:
    """Its last day, no later than was agreed."""
    made = contracts.end_contract(
        contract=editable_contract(contract_id, request), ends_on=body.ends_on, seen_at=seen_at(request),
        by=request.auth, at=timezone.now(),
    )  # fmt: skip
    return _row(made, 201)


def _row(contract: Contract, status: int = 200) -> HttpResponse:
    return answers.row(wire.CONTRACTS, "where k.id = %s", [contract.id], status)


def visible_contract(contract_id: UUID, request: ApiRequest) -> Contract:
    found = Contract.objects.visible_to(request.auth.person).filter(id=contract_id)
    contract = found.select_related("customer").first()
    if contract is None:
        raise Http404("There is no such contract.")
    return contract


def editable_contract(contract_id: UUID, request: ApiRequest) -> Contract:
    contract = visible_contract(contract_id, request)
    editable_customer(contract.customer_id, request.auth.person)
    return contract
