"""Which looks count, and where: nothing that was learned from may know the test."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tenure.proof.halves import halved
from tenure.proof.tests.pasts import NAN, past


def test_a_leaving_counts_up_to_the_last_day_of_the_horizon_and_not_on_the_day_of_the_look():
    found = halved(past({1: [50, 50, 50, 50, 50]}, {1: 120}), 90)

    assert list(found.left) == [False, True, True, True, False]


def test_looks_whose_outcome_is_not_known_yet_are_left_out():
    """Data ends on day 150: of the looks on days 0 to 120, those up to day 60 know the next 90."""
    found = halved(past({1: [50] * 5}, {}, until=150), 90)

    assert list(found.earlier | found.later) == [False, True, True, False, False]
    assert found.unsettled == 2


def test_a_contract_that_ended_lately_may_still_be_renewed():
    found = halved(past({1: [50, 50], 2: [50, 50]}, {1: 80}, unsettled=[1]), 90)

    assert found.unsettled == 2


def test_a_look_without_a_score_counts_nowhere():
    found = halved(past({1: [50, NAN, 50]}, {}), 30)

    assert found.unscored == 1
    assert not (found.earlier | found.later)[1]


@given(st.integers(1, 36), st.integers(7, 365), st.integers(0, 1500))
def test_the_outcome_of_what_was_learned_from_was_known_before_the_test(looks, horizon, until):
    told = past({1: [50] * looks, 2: [60] * looks}, {1: 30 * looks}, until=until)

    found = halved(told, horizon)
    days = told.looks.day

    assert not (found.earlier & found.later).any()
    if found.earlier.any():
        assert days[found.earlier].max() + horizon <= days[found.later].min()
    assert (days[found.later] + horizon <= until).all()
    assert np.array_equal(found.left, (told.looks.customer == 1) & (days + horizon >= 30 * looks))
