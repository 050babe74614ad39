"""The ledger over contracts that are stored: who moved, why, by how much."""

import itertools
from datetime import date
from decimal import Decimal

import pytest

from tenure.contracts import actions as contracts
from tenure.customers import actions as customers
from tenure.revenue.ledger import books, month_ends, monthly, movements
from tenure.revenue.words import Movement
from tests.moments import NOON

FIRST, LAST = date(2026, 1, 31), date(2026, 10, 31)


@pytest.fixture
def globex(mona):
    return customers.create_customer(fields={"name": "Globex"}, by=mona, at=NOON)


def agree(customer, by, starts_on, value, **more):
    fields = {"starts_on": starts_on, "annual_value": Decimal(value)} | more
    return contracts.start_contract(customer=customer, fields=fields, by=by, at=NOON)


def test_an_amendment_is_an_expansion_and_a_new_customer_is_new(acme, globex, alice, mona):
    first = agree(acme, alice, date(2025, 5, 1), "1200.50")
    contracts.amend_contract(
        contract=first, on=date(2026, 6, 1), changes={"annual_value": Decimal(2_000)}, by=alice, at=NOON
    )  # fmt: skip
    agree(globex, mona, date(2026, 3, 1), 600)
    ledger = movements(FIRST, LAST)

    assert (ledger.start, ledger.end) == (120_050, 260_000)
    assert ledger.total(Movement.EXPANSION) == 79_950
    assert ledger.rows() == [
        (acme.id, Movement.EXPANSION, 120_050, 200_000),
        (globex.id, Movement.NEW, 0, 60_000),
    ]


def test_trials_count_nothing(acme, alice):
    agree(acme, alice, date(2026, 2, 1), 1_000, is_trial=True)
    assert movements(FIRST, LAST).end == 0


def test_who_left_pays_nothing_from_the_day_after(acme, alice):
    agree(acme, alice, date(2025, 2, 1), 1_000)
    customers.end_customer(
        customer=acme, churned_on=date(2026, 6, 15), reason="PRICE", by=alice, at=NOON
    )
    told = books(LAST).on([date(2026, 6, 15), date(2026, 6, 16)])

    assert told[:, 0].tolist() == [100_000, 0]
    assert movements(FIRST, LAST).count(Movement.CHURN) == 1


def test_who_comes_back_is_not_new(acme, alice):
    agree(acme, alice, date(2025, 1, 1), 1_000, ends_on=date(2025, 6, 30))
    agree(acme, alice, date(2026, 5, 1), 800)
    assert movements(FIRST, LAST).rows() == [(acme.id, Movement.REACTIVATION, 0, 80_000)]


def test_months_chain_and_add_up_to_the_whole(acme, globex, alice, mona):
    agree(acme, alice, date(2025, 12, 1), 1_000, ends_on=date(2026, 4, 10))
    agree(globex, mona, date(2026, 2, 14), 500)
    months = monthly(LAST, 9)

    assert [one.last for one in months][-2:] == [date(2026, 9, 30), LAST]
    assert all(a.end == b.start for a, b in itertools.pairwise(months))
    whole = months[0].start + sum(one.total(kind) for one in months for kind in Movement)
    assert whole == months[-1].end == 50_000


def test_the_ends_of_months():
    assert month_ends(date(2024, 3, 10), 2) == [
        date(2024, 1, 31),
        date(2024, 2, 29),
        date(2024, 3, 10),
    ]


def test_it_asks_once_whoever_is_meant(acme, alice, django_assert_num_queries):
    agree(acme, alice, date(2025, 12, 1), 1_000)
    with django_assert_num_queries(1):
        assert movements(FIRST, LAST, ids=[acme.id]).start == 100_000
    assert movements(FIRST, LAST, ids=[]).start == 0
    assert books(LAST).between(FIRST, LAST).among({acme.id}).end == 100_000
