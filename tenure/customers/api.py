"""Customers and their success profiles over the API."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from django.utils import timezone
from ninja import Query, Router

from tenure.customers import actions
from tenure.customers.batch import upsert
from tenure.customers.batch_schemas import Batch, BatchAnswer
from tenure.customers.finding import editable_customer, visible_customer
from tenure.customers.listing import CustomerFilters, page_of
from tenure.customers.models import Customer as CustomerRow
from tenure.customers.models import SuccessProfile
from tenure.customers.naming import people_in
from tenure.customers.profile_schemas import PROFILES, Profile, ProfileChanges
from tenure.customers.schemas import CUSTOMERS, Customer, CustomerChanges, NewCustomer
from tenure.customers.words import ChurnReason
from tenure.foundation.checking import cleared
from tenure.foundation.rest import answers
from tenure.foundation.rest.once import once
from tenure.foundation.rest.versions import seen_at
from tenure.people.callers import ApiRequest, Area, reads, writes
from tenure.people.permissions import Permission
from tenure.people.roles import CSM

router = Router(tags=["Customers"], by_alias=True)
OF_PROFILE = {
    "primaryObjective": "primary_objective",
    "secondaryObjectives": "secondary_objectives",
    "targetMetrics": "target_metrics",
}


@router.get("/customers", response=answers.page_schema(Customer, "Customers"))
@reads(Area.CUSTOMERS)
def list_customers(request: ApiRequest, filters: Query[CustomerFilters]) -> HttpResponse:
    """Customers, the newest first unless told otherwise."""
    if not request.auth.person.may(Permission.CUSTOMERS_VIEW):
        return answers.listed(b"[]", answers.empty_page(filters.page, filters.limit))
    return answers.listed(*page_of(filters))


@router.post("/customers", response={201: answers.answer_of(Customer, "NewCustomer")})
@writes(Area.CUSTOMERS)
@once
def create_customer(request: ApiRequest, body: NewCustomer) -> HttpResponse:
    """Add a customer with its success profile. A CSM's new customer is in the own book."""
    caller = request.auth.person
    customer = actions.create_customer(
        fields={"tier": "SMALL_BUSINESS"} | cleared(CustomerRow, body.given),
        profile=profile_in(body.metadata or {}),
        csm=caller if caller.role == CSM.code else None,
        by=request.auth,
        at=timezone.now(),
    )
    return shown(customer.id, 201)


@router.post(
    "/customers/batch", response={200: answers.answer_of(list[BatchAnswer], "CustomerBatch")}
)
@writes(Area.CUSTOMERS)
@once
def save_customers(request: ApiRequest, body: Batch) -> HttpResponse:
    """Add or change up to 1,000 customers by their externalId. Each item is answered, in order."""
    with transaction.atomic():
        return answers.computed(upsert(body.customers, request.auth, timezone.now()))


@router.put("/customers/{customer_id}", response={200: answers.answer_of(Customer, "Customer")})
@writes(Area.CUSTOMERS)
def change_customer(request: ApiRequest, customer_id: UUID, body: CustomerChanges) -> HttpResponse:
    """Change what is sent, and keep the rest."""
    actions.change_customer(
        customer=editable_customer(customer_id, request.auth.person),
        changes=cleared(CustomerRow, body.given),
        seen_at=seen_at(request),
        by=request.auth,
        at=timezone.now(),
    )
    return shown(customer_id)


@router.delete("/customers/{customer_id}", response={200: answers.Done})
@writes(Area.CUSTOMERS)
def end_customer(request: ApiRequest, customer_id: UUID) -> HttpResponse:
    """The customer left: its status becomes CHURNED, and nothing is removed."""
    customer = editable_customer(customer_id, request.auth.person)
    at = timezone.now()
    if not customer.is_churned:
        actions.end_customer(
            customer=customer, churned_on=at.date(), reason=ChurnReason.UNKNOWN,
            by=request.auth, at=at,
        )  # fmt: skip
    return answers.done("Customer marked as churned")


@router.get(
    "/customers/{customer_id}/profile", response={200: answers.answer_of(Profile, "Profile")}
)
@reads(Area.CUSTOMERS)
def show_profile(request: ApiRequest, customer_id: UUID) -> HttpResponse:
    """The success profile of a customer."""
    visible_customer(customer_id, request.auth.person)
    return profile(customer_id)


@router.put(
    "/customers/{customer_id}/profile", response={200: answers.answer_of(Profile, "Profile")}
)
@writes(Area.CUSTOMERS)
def change_profile(request: ApiRequest, customer_id: UUID, body: ProfileChanges) -> HttpResponse:
    """Change what is sent, and keep the rest. Every customer has a profile from the start."""
    customer, at = editable_customer(customer_id, request.auth.person), timezone.now()
    with transaction.atomic():
        actions.change_profile(
            customer=customer,
            changes=cleared(SuccessProfile, people_in(body.given, customer, request.auth, at)),
            seen_at=seen_at(request),
            by=request.auth,
            at=at,
        )
    return profile(customer_id)


def profile_in(metadata: dict[str, Any]) -> dict[str, Any]:
    """What a new customer's metadata says of its success profile."""
    return {column: metadata[name] for name, column in OF_PROFILE.items() if name in metadata}


def shown(customer_id: UUID, status: int = 200) -> HttpResponse:
    return answers.row(CUSTOMERS, "where c.id = %s", [customer_id], status)


def profile(customer_id: UUID) -> HttpResponse:
    return answers.row(PROFILES, "where p.customer_id = %s", [customer_id])
