"""How well a number sorts those who left from those who stayed: by hand, and against all pairs."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenure.proof.rules import ranking

LEFT, STAYED = True, False
some_looks = st.lists(st.tuples(st.integers(0, 12), st.booleans()), min_size=2, max_size=60)


def arrays(*looks: tuple[float, bool]):
    numbers, left = zip(*looks, strict=True)
    return np.array(numbers, dtype=float), np.array(left, dtype=bool)


def test_auc_by_hand():
    """Pairs of a leaver and a stayer: 40-50 hit, 40-60 hit, 55-50 miss, 55-60 hit: 3 of 4."""
    assert ranking.auc(*arrays((40, LEFT), (50, STAYED), (55, LEFT), (60, STAYED))) == 0.75


def test_a_tie_is_half_a_hit():
    assert ranking.auc(*arrays((50, LEFT), (50, STAYED), (60, STAYED))) == 0.75


def test_a_constant_score_tells_nothing():
    assert ranking.auc(*arrays((50, LEFT), (50, STAYED), (50, STAYED))) == 0.5


@pytest.mark.parametrize("left", [LEFT, STAYED])
def test_where_all_left_or_nobody_did_there_is_no_auc(left):
    assert ranking.auc(*arrays((40, left), (50, left))) is None


@given(some_looks)
def test_auc_is_the_share_of_pairs_in_the_right_order(looks):
    safe, left = arrays(*looks)
    pairs = [(s < t) + (s == t) / 2 for s in safe[left] for t in safe[~left]]

    assert ranking.auc(safe, left) == (pytest.approx(np.mean(pairs)) if pairs else None)


def test_the_standard_error_is_hanley_and_mcneils():
    """A = 0.8, 10 and 90: Q1 = .8/1.2, Q2 = 1.28/1.8; .16 + 9(Q1-.64) + 89(Q2-.64) = 6.73 over 900."""
    assert ranking.standard_error(0.8, 10, 90) == pytest.approx(0.0865, abs=5e-5)


@given(st.floats(0, 1), st.integers(1, 500), st.integers(1, 500))
def test_the_interval_holds_the_auc_and_stays_between_0_and_1(found, leavers, stayers):
    low, high = ranking.interval(found, leavers, stayers)

    assert 0 <= low <= found <= high <= 1
    assert high - low > 0


def test_to_have_sorted_three_rightly_proves_little():
    low, high = ranking.interval(1.0, 3, 20)

    assert low == pytest.approx(0.64, abs=0.03)
    assert high == 1


def test_more_customers_make_the_interval_narrower():
    widths = [np.diff(ranking.interval(0.8, n, 9 * n))[0] for n in (5, 20, 100, 500)]

    assert widths == sorted(widths, reverse=True)


def test_the_interval_holds_the_true_auc_at_least_nine_times_in_ten():
    """Scores drawn so that the true AUC is .760 (normal, one deviation apart): 400 samples."""
    chance, held = np.random.default_rng(7), 0
    for _ in range(400):
        safe = np.concatenate([chance.normal(0, 1, 25), chance.normal(1, 1, 150)])
        found = ranking.auc(safe, np.arange(175) < 25)
        low, high = ranking.interval(found, 25, 150)
        held += low <= 0.7602 <= high

    assert held / 400 >= 0.9


def test_lift_by_hand():
    """Of ten, two left: the one with the lowest number, and one in the middle. The lowest tenth
    holds half of those that left: five times its share."""
    looks = [(place, STAYED if place not in (1, 5) else LEFT) for place in range(1, 11)]

    assert ranking.lift(*arrays(*looks)) == pytest.approx(5.0)


def test_equal_numbers_at_the_edge_of_the_tenth_count_in_part():
    """All ten are equal: any one of them may be the tenth, so the lift is that of chance."""
    looks = [(50, place < 3) for place in range(10)]

    assert ranking.lift(*arrays(*looks)) == pytest.approx(1.0)


def test_the_lift_of_nobody_is_unknown():
    assert ranking.lift(*arrays((40, STAYED), (50, STAYED))) is None
    assert ranking.gains(*arrays((40, STAYED), (50, STAYED))) == []


@given(some_looks)
def test_gains_run_from_nobody_to_everybody_and_never_back(looks):
    found = ranking.gains(*arrays(*looks))
    shares = [share for _, share in found]

    if found:
        assert (shares[0], shares[-1]) == (0, pytest.approx(1))
        assert all(now >= before - 1e-9 for before, now in pairwise(shares))
