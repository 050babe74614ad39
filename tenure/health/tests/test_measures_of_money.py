"""The measures of contracts and invoices, each worked out by hand from a few rows."""

import pytest

from tenure.health.tests.worlds import contract, invoice, reading, usage
from tests.moments import NOON


def test_invoices_of_a_year_paid_by_their_day(acme):
    invoice(acme, due=10, paid=10)
    invoice(acme, due=20, paid=19)
    invoice(acme, due=364, paid=370)
    invoice(acme, due=0, paid=None)
    invoice(acme, due=365, paid=None)
    invoice(acme, due=-1, paid=None)

    assert reading(acme, "payment_history") == 50  # two of the four that were due


@pytest.mark.parametrize(("now", "expected"), [(15_000, 25), (9_000, 0)])
def test_expansion_is_growth_against_a_year_ago_and_never_below_zero(acme, now, expected):
    contract(acme, 400, 12_000, ends_on=None if now > 12_000 else NOON.date().replace(day=1))
    contract(acme, 100, now - 12_000 if now > 12_000 else now)

    assert reading(acme, "expansion_revenue") == expected


def test_expansion_of_a_younger_customer_is_against_its_first_month(acme):
    contract(acme, 200, 10_000)
    contract(acme, 180, 10_000)
    contract(acme, 60, 5_000)

    assert reading(acme, "expansion_revenue") == 25  # 25,000 against 20,000


def test_expansion_of_the_first_ninety_days_is_unknown(acme):
    contract(acme, 89, 10_000)

    assert reading(acme, "expansion_revenue") is None


def test_terms_are_a_running_contract_enough_seats_and_no_old_debt(acme):
    contract(acme, 200, 1_000, seats=5)
    assert reading(acme, "contract_compliance") == 100  # one of one

    usage(acme, 0, active_users=6)
    assert reading(acme, "contract_compliance") == 50  # more users than seats

    invoice(acme, due=31, paid=None)
    assert reading(acme, "contract_compliance") == pytest.approx(100 / 3)


def test_a_debt_of_thirty_days_is_not_an_old_one(acme):
    contract(acme, 200, 1_000)
    invoice(acme, due=30, paid=None)

    assert reading(acme, "contract_compliance") == 100
