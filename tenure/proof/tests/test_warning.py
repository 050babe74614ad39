"""Whether there was a warning in time, and how often one was false: by hand."""

import numpy as np
import pytest

from tenure.proof.rules import warning

NAN = float("nan")


def lead(scores, days=(0, 30, 60, 90), leaving: int = 100) -> int | None:
    return warning.warned(days, scores, leaving, 60).lead_days


def test_the_lead_counts_from_the_first_warning_that_lasted():
    assert lead([80, 55, 50, 40]) == 70


def test_a_warning_that_was_taken_back_does_not_count():
    assert lead([55, 80, 59, 40]) == 40


def test_who_looked_well_at_last_was_not_caught():
    assert lead([40, 40, 40, 60]) is None


def test_the_threshold_itself_is_no_warning():
    assert lead([60, 60, 60, 59.9]) == 10


def test_an_unknown_score_warns_nobody():
    assert lead([40, 40, NAN, 40]) == 10
    assert lead([40, 40, 40, NAN]) is None


def test_the_day_of_leaving_comes_too_late():
    assert lead([80, 80, 80, 10], leaving=90) is None


def test_without_a_look_there_is_nothing_to_say():
    seen = warning.warned([], [], 100, 60)

    assert (np.isnan(seen.score), seen.since) == (True, None)


def test_quartiles_lie_between_their_neighbours():
    assert warning.quartiles([10, 20, 30, 40]) == pytest.approx((17.5, 25, 32.5))
    assert warning.quartiles([]) is None


def test_only_a_warning_that_is_new_is_work():
    now = np.array([50, 50, 50, 70, NAN])
    before = np.array([70, 55, NAN, 50, 70])

    assert list(warning.alarms(now, before, 60)) == [True, False, True, False, False]
