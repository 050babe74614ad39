"""What would bring a score back: which measures, and how far."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tenure.health import rules
from tenure.health.explanation import bring_back
from tenure.health.explanation.moves import moved, reading_for
from tenure.health.tests.test_explanation import snapshot
from tenure.programme.in_force import scorecard
from tenure.programme.words import HealthLevel, Tier

CARD = scorecard()
READINGS = st.lists(st.one_of(st.none(), st.floats(0, 100)), min_size=16, max_size=16).filter(
    lambda readings: any(reading is not None for reading in readings)
)


def stored(readings, tier=Tier.MID_MARKET, days_ago=0):
    """Readings with the score that they come to."""
    told = replace(snapshot(0, days_ago), tier=tier, measured=readings)
    overall = told.scored().overall
    score = int(rules.rounded(overall)[0])
    return replace(told, score=score, level=rules.level_of(score, CARD))


def applied(now, way) -> int:
    """The stored score if the readings were those that a way suggests."""
    wanted = {move.measure.code: move.wanted for move in way.moves}
    return stored([wanted.get(code, n) for code, n in now.numbers.items()], now.tier).score


@given(READINGS, READINGS, st.sampled_from(list(Tier)))
def test_the_suggested_readings_indeed_reach_the_level(readings, earlier, tier):
    now, before = stored(readings, tier), stored(earlier, tier, 28)
    recovery = bring_back(now, before)
    assume(recovery)

    for way in recovery.alone:
        assert applied(now, way) == way.score >= recovery.threshold
    if recovery.together:
        assert applied(now, recovery.together) == recovery.together.score
        assert recovery.together.gain >= 0


@given(READINGS, st.sampled_from(list(Tier)))
def test_one_figure_less_would_not_be_enough(readings, tier):
    now = stored(readings, tier)
    recovery = bring_back(now, None)
    assume(recovery and recovery.alone)

    for way in recovery.alone:
        (move,) = way.moves
        unit = 10.0**-move.measure.digits
        back = move.wanted + (unit if move.wanted < move.reading else -unit)
        assume((back - move.reading) * (move.wanted - move.reading) > 0)
        (less,) = moved(now, [[replace(move, wanted=back)]])
        assert less < recovery.threshold - 0.5 + 1e-6


def test_a_reading_is_found_by_hand_on_the_curve():
    # Renewal intent weighs 20 of 50, logins 30: 55 is 5 points short of 60, less the half.
    now = stored([3.0 if code == "login_frequency" else 47.5 if code == "renewal_intent" else None
                  for code in (m.code for m in CARD.measures)])  # fmt: skip
    recovery = bring_back(now, None)

    assert (now.score, recovery.level) == (55, HealthLevel.GOOD)
    assert [recovery.say(way) for way in recovery.alone] == [
        "Logins up to 3.4 a user and week would add 5 points and reach Good.",
        "Renewal intent up to 59 would add 5 points and reach Good.",
    ]


def test_what_fell_goes_back_together_as_few_as_needed():
    before = stored([*[None] * 8, 80.0, 5.0, 5.0, *[None] * 2, 30.0, None, None], days_ago=28)
    now = stored([*[None] * 8, 0.0, 1.0, 5.0, *[None] * 2, 30.0, None, None])
    recovery = bring_back(now, before)

    assert recovery.say(recovery.together) == (
        "CSAT back to 5.0 of 5 and NPS back to 80 would together add 22 points and reach Good."
    )


def test_what_is_measured_once_is_not_suggested():
    only_once = [90.0 if measure.code == "time_to_value" else None for measure in CARD.measures]
    recovery = bring_back(stored(only_once), None)

    assert (recovery.alone, recovery.together) == ((), None)


def test_the_best_that_can_be_is_told_where_nothing_fell():
    # Poor by far, and no measure weighs enough to be Good alone.
    now = replace(stored([0.0] * 6 + [90.0] + [0.0] * 9), score=39)
    recovery = bring_back(now, None)

    assert recovery.alone == ()
    assert len(recovery.together.moves) > 1
    assert "up to" in recovery.say(recovery.together)


def intent(number, days_ago=0):
    readings = [number if m.code == "renewal_intent" else None for m in CARD.measures]
    return stored(readings, days_ago=days_ago)


@pytest.mark.parametrize(
    ("was", "score", "sentence"),
    [
        (79, 70, "Renewal intent up to 79 would add 9 points and reach 79 again."),
        (85, 70, "Renewal intent up to 80 would add 10 points and reach Excellent."),
        (95, 85, "Renewal intent up to 95 would add 10 points and reach 95 again."),
        (70, 30, "Renewal intent up to 40 would add 10 points and reach Fair."),
    ],
)
def test_who_fell_within_a_good_level_has_to_get_back_to_where_it_was(was, score, sentence):
    recovery = bring_back(intent(score), intent(was, 28))

    assert recovery.sentences == [sentence]


@pytest.mark.parametrize(("was", "score"), [(None, 70), (71, 70), (85, 100)])
def test_a_score_that_is_good_and_did_not_fall_needs_nothing(was, score):
    assert bring_back(intent(score), was and intent(was, 28)) is None


@given(st.floats(0, 100), st.sampled_from([m.curve for m in CARD.measures]))
def test_a_curve_read_backwards_gives_the_score(score, curve):
    at, scores = zip(*curve, strict=True)

    assert np.interp(reading_for(score, curve), at, scores) == pytest.approx(score)


def test_a_falling_curve_with_a_level_part_is_read_from_its_worse_end():
    curve = ((0, 90), (5, 50), (10, 50), (20, 0))

    assert [reading_for(score, curve) for score in (25, 50, 70, 90, 91)] == [15, 10, 2.5, 0, None]
