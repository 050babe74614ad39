"""Recurring revenue and its movements: worked by hand, and start + movements = end, always."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenure.revenue import rules
from tenure.revenue.rules import FOR_EVER, Contracts

JAN, FEB, MAR = (date(2026, month, 1).toordinal() for month in (1, 2, 3))


def contracts(*told: tuple[int, int, int, int], for_good: bool = False) -> Contracts:
    """Each a customer, its first day, its last day, cents a year."""
    columns = np.array(told, dtype=np.int64).reshape(-1, 4).T
    return Contracts(*columns, np.full(len(told), for_good))


def revenue(told: Contracts, *days: int, customers: int = 1) -> list[list[int]]:
    return rules.revenue_on(told, np.array(days), customers).tolist()


def test_both_ends_of_a_contract_count():
    told = contracts((0, JAN, FEB, 120))
    assert revenue(told, JAN - 1, JAN, FEB, FEB + 1) == [[0], [120], [120], [0]]


def test_contracts_side_by_side_add_up_and_open_ones_run_on():
    told = contracts((0, JAN, FOR_EVER, 120), (0, FEB, MAR, 30), (1, FEB, FOR_EVER, 7))
    assert revenue(told, JAN, FEB, MAR + 400, customers=2) == [[120, 0], [150, 7], [120, 7]]


@pytest.mark.parametrize(("gap", "value"), [(30, 120), (29, 0)])
def test_a_gap_that_is_short_enough_is_no_leaving(gap, value):
    told = contracts((0, JAN, FEB, 120), (0, FEB + 31, FOR_EVER, 150))  # 30 days between
    closed = rules.without_gaps(told, gap)
    assert revenue(closed, FEB + 15, FEB + 31) == [[value], [150]]


def test_no_gap_is_closed_after_a_leaving_and_none_while_another_runs():
    left = rules.without_gaps(
        contracts((0, JAN, FEB, 120), (0, FEB + 5, MAR, 150), for_good=True), 30
    )
    assert revenue(left, FEB + 2) == [[0]]
    other = contracts((0, JAN, FEB, 120), (0, JAN, MAR, 10), (0, FEB + 5, MAR, 150))
    assert revenue(rules.without_gaps(other, 30), FEB + 2) == [[10]]


def test_a_gap_of_one_customer_is_not_closed_by_another():
    told = contracts((0, JAN, FEB, 120), (1, FEB + 5, FOR_EVER, 150))
    assert revenue(rules.without_gaps(told, 30), FEB + 2, customers=2) == [[0, 0]]


def test_nothing_has_no_gaps():
    assert len(rules.without_gaps(contracts(), 30).starts) == 0


def test_each_movement_by_hand():
    start = np.array([0, 0, 100, 100, 100, 100, 0])
    end = np.array([50, 60, 130, 70, 0, 100, 0])
    paid = np.array([False, True, True, True, True, True, True])
    moved = rules.movements(start, end, paid)

    assert moved.new.tolist() == [50, 0, 0, 0, 0, 0, 0]
    assert moved.reactivation.tolist() == [0, 60, 0, 0, 0, 0, 0]
    assert moved.expansion.tolist() == [0, 0, 30, 0, 0, 0, 0]
    assert moved.contraction.tolist() == [0, 0, 0, -30, 0, 0, 0]
    assert moved.churn.tolist() == [0, 0, 0, 0, -100, 0, 0]


DAYS = st.integers(1, 900)
SOME = st.lists(
    st.tuples(st.integers(0, 4), DAYS, st.integers(0, 500), st.integers(0, 10**9)), max_size=25
)


@given(SOME, st.lists(DAYS, min_size=2, max_size=6, unique=True), st.integers(0, 90))
def test_start_and_movements_are_the_end_for_everybody_and_at_any_time(told, days, gap):
    made = rules.without_gaps(
        contracts(*((who, first, first + length, cents) for who, first, length, cents in told)), gap
    )
    ordered = sorted(days)
    values = rules.revenue_on(made, np.array(ordered), 5)
    for row in range(len(ordered) - 1):
        paid = rules.paid_before(made, ordered[row], 5)
        moved = rules.movements(values[row], values[row + 1], paid)
        parts = (moved.new, moved.reactivation, moved.expansion, moved.contraction, moved.churn)

        assert (moved.start + sum(parts) == moved.end).all()
        assert (np.count_nonzero(parts, axis=0) <= 1).all()


@given(SOME, DAYS, st.integers(0, 90))
def test_closing_gaps_takes_nothing_away(told, day, gap):
    made = contracts(*((who, first, first + length, cents) for who, first, length, cents in told))
    before, after = (
        rules.revenue_on(one, np.array([day]), 5) for one in (made, rules.without_gaps(made, gap))
    )
    assert (after >= before).all()
    assert (after == before).all() or gap > 0
