"""What the data showed before somebody left: by hand."""

from datetime import date, timedelta

import numpy as np

from tenure.programme.in_force import scorecard
from tenure.proof.signs import Held, held, signs

CARD, FIRST, NAN = scorecard(), date(2026, 1, 1), float("nan")
MEASURES = len(CARD.measures)


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def found(scores, *columns):
    scored = np.full((len(scores), MEASURES), NAN)
    for place, column in enumerate(columns):
        scored[:, place] = column
    return signs(FIRST, np.array(scores, dtype=float), scored / 20, scored, CARD)


def test_a_sign_lasts_from_the_day_after_the_last_day_without_it():
    assert held(FIRST, [False, True, False, True, True]) == Held(day(1), day(3))


def test_a_sign_that_passed_did_not_last():
    assert held(FIRST, [True, True, False]) == Held(day(0), None)
    assert held(FIRST, [False, False]) == Held(None, None)
    assert held(FIRST, [True, True]) == Held(day(0), day(0))


def test_the_thresholds_belong_to_the_better_level():
    seen = found([60, 59, 40, 39])

    assert (seen.below_good.since, seen.below_fair.since) == (day(1), day(3))


def test_an_unknown_day_breaks_a_sign():
    assert found([50, NAN, 50]).below_good == Held(day(0), day(2))


def test_a_fall_counts_if_health_never_came_back():
    """Day 28 is 11 below day 0, and comes back; day 68 is 11 below day 40, and does not."""
    scores = [80] * 28 + [69] + [80] * 39 + [69] * 10

    assert found(scores).dropped == day(68)


def test_a_fall_of_ten_is_not_more_than_ten():
    assert found([80] * 40 + [70] * 10).dropped is None


def test_a_measure_that_fell_under_half_for_good():
    """The mean of the first 90 days is 80: under 40 from day 120 on."""
    column = [80.0] * 120 + [39.0] * 10
    (one,) = found([70] * 130, column).halved

    assert (one.column, one.held.since, one.before, one.last) == (0, day(120), 4.0, 1.95)


def test_half_is_not_under_half_and_one_that_came_back_does_not_count():
    assert found([70] * 130, [80.0] * 120 + [40.0] * 10).halved == ()
    assert found([70] * 130, [80.0] * 110 + [10.0] * 10 + [80.0] * 10).halved == ()


def test_what_was_hardly_known_or_hardly_anything_before_says_nothing():
    assert found([70] * 130, [NAN] * 101 + [80.0] * 28 + [0.0]).halved == ()
    assert found([70] * 130, [9.0] * 120 + [0.0] * 10).halved == ()


def test_the_first_to_give_way_comes_first():
    late, early = [80.0] * 125 + [0.0] * 5, [80.0] * 115 + [0.0] * 15

    assert [one.column for one in found([70] * 130, late, early).halved] == [1, 0]
