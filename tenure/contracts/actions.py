"""What can be done about contracts. What was agreed before is never overwritten: a change begins a
contract of its own on its day, and the one before ends the day before."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db import connection

from tenure.contracts.models import Contract, Following
from tenure.contracts.showing import show
from tenure.customers.models import Customer
from tenure.foundation.audit.trail import Author, deed, tell
from tenure.foundation.checking import refuse_changed, save
from tenure.foundation.refusals import Conflict, Invalid

TERMS = ("name", "annual_value", "seats", "billing_period", "renews_by_itself", "is_trial")
NOT_RUNNING = "On this day the contract does not run."


class HasLeft(Conflict):
    """Nothing more is agreed with a customer that left."""


@deed("contract.started", "agreed {contract} with {subject}, {value} a year from {day}")
def start_contract(
    *, customer: Customer, fields: Mapping[str, Any], by: Author, at: datetime
) -> Contract:
    """`fields`: starts_on and annual_value; where known ends_on, name, seats, billing_period,
    renews_by_itself, is_trial."""
    customer = _here(customer)
    made = Contract(customer=customer, created_at=at, **fields)
    _keep(made, at)
    return _told(made)


@deed("contract.amended", "changed {contract} of {subject} to {value} a year from {day}")
def amend_contract(
    *, contract: Contract, on: date, changes: Mapping[str, Any], seen_at: datetime | None = None,
    by: Author, at: datetime,
) -> Contract:  # fmt: skip
    """More or less of the same from a day on, up to the end that was agreed. Answers the contract that
    runs from that day; on the contract's first day that is itself."""
    _here(contract.customer)
    contract = Contract.objects.select_for_update(of=["self"], no_key=True).get(id=contract.id)
    refuse_changed(contract, seen_at)
    if not contract.runs_on(on):
        raise Invalid(NOT_RUNNING, {"on": NOT_RUNNING})
    if on == contract.starts_on:
        for name, value in changes.items():
            setattr(contract, name, value)
        _keep(contract, at)
        return _told(contract)
    made = _next(contract, on, contract.ends_on, changes, Following.AMENDMENT, at)
    contract.ends_on = on - timedelta(days=1)
    save(contract)
    _keep(made, at)
    return _told(made)


@deed("contract.renewed", "renewed {contract} of {subject} at {value} a year from {day}")
def renew_contract(
    *, contract: Contract, ends_on: date | None, changes: Mapping[str, Any] | None = None,
    by: Author, at: datetime,
) -> Contract:  # fmt: skip
    """The next term, from the day after the end, at the same terms but for `changes`."""
    _here(contract.customer)
    contract = Contract.objects.select_for_update(of=["self"], no_key=True).get(id=contract.id)
    if contract.ends_on is None:
        raise Invalid("A contract without an end goes on by itself.", {"ends_on": "has no end"})
    begins = contract.ends_on + timedelta(days=1)
    if contract.followed_by.filter(follows_as=Following.RENEWAL).exists():
        raise Conflict(f"{contract} is renewed already.")
    made = _next(contract, begins, ends_on, changes or {}, Following.RENEWAL, at)
    _keep(made, at)
    return _told(made)


@deed("contract.ended", "ended {contract} of {subject} on {day}")
def end_contract(
    *, contract: Contract, ends_on: date, seen_at: datetime | None = None, by: Author, at: datetime
) -> Contract:
    """The last day of a contract; one that was agreed stays on its day at the latest."""
    contract = Contract.objects.select_for_update(of=["self"], no_key=True).get(id=contract.id)
    refuse_changed(contract, seen_at)
    if contract.ends_on and ends_on > contract.ends_on:
        words = f"It ends on {contract.ends_on:%-d %B %Y} already."
        raise Invalid(words, {"ends_on": words})
    contract.ends_on = ends_on
    _keep(contract, at)
    customer = contract.customer
    tell(customer_id=customer.id, subject=customer.name, contract=str(contract), day=_day(ends_on))
    return contract


def _here(customer: Customer) -> Customer:
    """The customer, locked: what its contracts come to is reckoned by one at a time."""
    found = Customer.objects.select_for_update(no_key=True).get(id=customer.id)
    if found.is_churned:
        raise HasLeft(f"{found} has left.")
    return found


def _next(
    contract: Contract, starts_on: date, ends_on: date | None, changes: Mapping[str, Any],
    follows_as: Following, at: datetime,
) -> Contract:  # fmt: skip
    terms = {name: getattr(contract, name) for name in TERMS} | dict(changes)
    return Contract(
        customer=contract.customer, starts_on=starts_on, ends_on=ends_on, follows=contract,
        follows_as=follows_as, created_at=at, **terms,
    )  # fmt: skip


def _keep(contract: Contract, at: datetime) -> None:
    save(contract)
    with connection.cursor() as cursor:
        show(cursor, contract.customer_id, at)


def _told(contract: Contract) -> Contract:
    customer = contract.customer
    tell(
        customer_id=customer.id, subject=customer.name, contract=str(contract),
        value=f"{Decimal(contract.annual_value):,.0f}", day=_day(contract.starts_on),
    )  # fmt: skip
    return contract


def _day(day: date) -> str:
    return f"{day:%-d %B %Y}"
