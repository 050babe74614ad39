"""Contracts by hand: started, amended, renewed, ended; what was agreed before stays."""

from datetime import date
from decimal import Decimal

import pytest

from tenure.contracts import actions
from tenure.contracts.models import Contract
from tenure.customers import actions as customers
from tenure.foundation.audit.models import Deed
from tenure.foundation.refusals import Conflict, Invalid
from tests.moments import NOON, TODAY

YEAR = {"starts_on": date(2026, 3, 1), "ends_on": date(2027, 2, 28), "annual_value": Decimal(12_000),
        "seats": 10, "name": "Platform"}  # fmt: skip


@pytest.fixture
def contract(acme, alice):
    return actions.start_contract(customer=acme, fields=YEAR, by=alice, at=NOON)


def told(acme) -> tuple[Decimal, date | None]:
    acme.refresh_from_db()
    return acme.annual_contract_value, acme.next_renewal_on


def test_a_contract_shows_on_its_customer(contract, acme):
    assert told(acme) == (Decimal(12_000), date(2027, 3, 1))
    assert Deed.objects.get(code="contract.started").customer_id == acme.id


def test_an_amendment_begins_a_contract_and_keeps_the_one_before(contract, acme, alice):
    changes = {"annual_value": Decimal(18_000), "seats": 15}
    new = actions.amend_contract(contract=contract, on=TODAY, changes=changes, by=alice, at=NOON)

    contract.refresh_from_db()
    assert (contract.ends_on, contract.annual_value) == (date(2026, 11, 22), Decimal(12_000))
    assert (new.starts_on, new.ends_on, new.name) == (TODAY, date(2027, 2, 28), "Platform")
    assert (new.follows, new.follows_as) == (contract, "AMENDMENT")
    assert told(acme) == (Decimal(18_000), date(2027, 3, 1))


def test_on_its_first_day_it_is_changed_itself(contract, alice):
    day = contract.starts_on
    same = actions.amend_contract(
        contract=contract, on=day, changes={"seats": 7}, by=alice, at=NOON
    )

    assert (same.id, same.seats, Contract.objects.count()) == (contract.id, 7, 1)


@pytest.mark.parametrize("day", [date(2026, 2, 28), date(2027, 3, 1)])
def test_it_is_not_amended_on_a_day_on_which_it_does_not_run(contract, alice, day):
    with pytest.raises(Invalid) as refused:
        actions.amend_contract(contract=contract, on=day, changes={"seats": 7}, by=alice, at=NOON)
    assert list(refused.value.fields) == ["on"]


def test_it_renews_once_without_a_gap(contract, acme, alice):
    end = date(2028, 2, 29)
    new = actions.renew_contract(contract=contract, ends_on=end, by=alice, at=NOON)
    assert (new.starts_on, new.follows_as, new.seats) == (date(2027, 3, 1), "RENEWAL", 10)

    with pytest.raises(Conflict):
        actions.renew_contract(contract=contract, ends_on=end, by=alice, at=NOON)
    assert Contract.objects.count() == 2


def test_it_ends_earlier_but_not_later(contract, acme, alice):
    with pytest.raises(Invalid):
        actions.end_contract(contract=contract, ends_on=date(2027, 6, 1), by=alice, at=NOON)
    actions.end_contract(contract=contract, ends_on=date(2026, 11, 1), by=alice, at=NOON)

    assert told(acme)[0] == 0


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"annual_value": Decimal(-1)}, "annual_value"),
        ({"ends_on": date(2026, 2, 1)}, "ends_on"),
        ({"billing_period": "DAILY"}, "billing_period"),
    ],
)
def test_what_cannot_be_is_refused_by_field_and_nothing_is_written(acme, alice, fields, named):
    with pytest.raises(Invalid) as refused:
        actions.start_contract(customer=acme, fields=YEAR | fields, by=alice, at=NOON)

    assert named in refused.value.fields or "annual_value" in str(refused.value)
    assert not Contract.objects.exists()


def test_nothing_is_agreed_with_who_left(contract, acme, alice):
    customers.end_customer(customer=acme, churned_on=TODAY, reason="PRICE", by=alice, at=NOON)

    with pytest.raises(actions.HasLeft):
        actions.start_contract(customer=acme, fields=YEAR, by=alice, at=NOON)
