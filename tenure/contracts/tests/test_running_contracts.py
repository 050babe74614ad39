"""Which contracts run on a day."""

from datetime import date
from decimal import Decimal

import pytest

from tenure.contracts.models import Contract

FIRST, LAST = date(2026, 3, 1), date(2026, 8, 31)


def contract(customer, **told):
    return Contract.objects.create(
        customer=customer, annual_value=Decimal(12_000), **{"starts_on": FIRST} | told
    )


@pytest.mark.parametrize(
    "day, runs",
    [
        (date(2026, 2, 28), False),
        (FIRST, True),
        (LAST, True),
        (date(2026, 9, 1), False),
    ],
)
def test_a_contract_runs_on_its_first_and_its_last_day(day, runs, acme):
    contract(acme, ends_on=LAST)

    assert Contract.objects.running_on(day).exists() == runs


def test_a_contract_without_an_end_goes_on(acme):
    contract(acme)

    assert Contract.objects.running_on(date(2099, 1, 1)).exists()
    assert not Contract.objects.running_on(date(2026, 2, 28)).exists()


def test_a_contract_of_one_day_runs_on_that_day(acme):
    contract(acme, ends_on=FIRST)

    assert Contract.objects.running_on(FIRST).exists()


def test_a_contract_is_called_by_its_name_or_else_by_its_id_at_the_source(acme):
    assert str(contract(acme, name="Platform")) == "Platform"
    assert str(contract(acme, external_id="K-7")) == "Contract K-7"
