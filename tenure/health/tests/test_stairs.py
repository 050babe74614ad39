"""The stairs from one score to another: they begin and end where the scores are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenure.health.explanation import explain, waterfall
from tenure.health.stairs import MOST_STEPS, lay_stairs, told_steps
from tenure.health.tests.cards import CODES
from tenure.health.tests.test_bring_back import stored

READINGS = st.lists(st.floats(0, 100), min_size=16, max_size=16)


def change(was, now):
    before, after = stored(was, days_ago=28), stored(now)
    return waterfall(after, before, explain(after, before))


@given(READINGS, READINGS, st.sampled_from([(358, 132), (780, 190)]))
def test_the_stairs_lead_from_one_score_to_the_other(was, now, size):
    stairs = lay_stairs(change(was, now), *size)

    x = stairs.first.x
    for step in stairs.steps:
        assert x == pytest.approx(step.x, abs=1) or x == pytest.approx(step.x + step.width, abs=1)
        assert size[1] <= step.x <= step.x + step.width <= size[0]
        x = step.end
    assert x == stairs.last.x


@given(READINGS, READINGS)
def test_what_is_drawn_adds_up_in_tenths(was, now):
    between = change(was, now)
    told = told_steps(between)

    assert sum(tenths for _, _, tenths in told) == 10 * between.moved
    assert len(told) <= MOST_STEPS + 3


def test_the_smallest_of_many_steps_stand_together():
    # Every measure moves, the more of it the later it comes.
    now = [float(place) for place in range(1, 17)]
    told = told_steps(change([0.0] * len(CODES), now))

    assert told[-1][0] == "Rounding" or told[-1][0].endswith("other measures")
    assert any(label.endswith("other measures") for label, _, _ in told)


def test_two_scores_alike_have_no_stairs_between_them():
    same = [50.0] * len(CODES)

    assert lay_stairs(change(same, same), 780, 190).steps == ()
