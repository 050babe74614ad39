"""What a score means in chances of leaving: by hand, and as properties."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenure.proof.rules import calibration

some_looks = st.lists(st.tuples(st.integers(0, 20), st.booleans()), min_size=1, max_size=80)


def arrays(looks):
    numbers, left = zip(*looks, strict=True)
    return np.array(numbers, dtype=float), np.array(left, dtype=bool)


def test_neighbours_out_of_order_are_pooled():
    """Shares by score: 10: 1/1, 20: 0/1, 30: 1/2, 40: 0/1. From 20 to 30 the share would rise, so
    both become 1/3."""
    looks = [(10, True), (20, False), (30, True), (30, False), (40, False)]

    fitted = calibration.fit(*arrays(looks))

    assert list(fitted.scores) == [10, 20, 30, 40]
    assert list(fitted.chances) == pytest.approx([1, 1 / 3, 1 / 3, 0])


def test_between_two_scores_the_chance_runs_straight_and_outside_it_stays():
    fitted = calibration.fit(*arrays([(20, True), (40, False)]))

    assert list(fitted.of(np.array([0.0, 20, 30, 40, 100]))) == [1, 1, 0.5, 0, 0]


@given(some_looks)
def test_a_higher_score_never_means_a_higher_chance_and_the_mean_is_kept(looks):
    scores, left = arrays(looks)

    fitted = calibration.fit(scores, left)

    assert (np.diff(fitted.chances) <= 1e-12).all()
    assert fitted.of(scores).mean() == pytest.approx(left.mean())


@given(some_looks, st.integers(1, 6))
def test_no_other_falling_map_of_halves_lies_nearer(looks, parts):
    """Against every map with one step: the fitted one is at least as near to what happened."""
    scores, left = arrays(looks)
    ours = calibration.brier(calibration.fit(scores, left).of(scores), left)

    for edge in np.unique(scores):
        step = np.where(scores < edge, 1 / parts, 0)
        assert ours <= calibration.brier(step, left) + 1e-12


def test_brier_by_hand():
    """(0.2-0)² = .04, (0.7-1)² = .09: .065 on average."""
    assert calibration.brier(np.array([0.2, 0.7]), np.array([False, True])) == pytest.approx(0.065)


def test_the_calibration_error_weighs_each_group_by_its_rows():
    """Ten rows .1 off, thirty rows .3 off: (10 x .1 + 30 x .3) / 40 = .25."""
    found = [
        calibration.Bin(rows=10, foretold=0.2, happened=0.3),
        calibration.Bin(rows=30, foretold=0.5, happened=0.2),
    ]

    assert calibration.calibration_error(found) == pytest.approx(0.25)


@given(some_looks)
def test_groups_hold_every_row_once_and_equal_chances_together(looks):
    chances, left = arrays(looks)
    chances = chances / 20

    found = calibration.bins(chances, left)

    assert sum(part.rows for part in found) == len(looks)
    assert len(found) <= calibration.MOST_BINS
    told = sum(part.rows * part.happened for part in found)
    assert told == pytest.approx(left.sum())
    assert [part.foretold for part in found] == sorted(part.foretold for part in found)


def test_one_chance_for_all_is_one_group():
    found = calibration.bins(np.full(30, 0.1), np.arange(30) < 6)

    assert [(part.rows, part.happened) for part in found] == [(30, 0.2)]
