"""The formula of health: worked out by hand once, and what holds whatever the numbers are."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenure.health import rules
from tenure.health.measures import MEASURE_BY_CODE
from tenure.programme.in_force import scorecard
from tenure.programme.words import Tier

CARD = scorecard()
CODES = [measure.code for measure in CARD.measures]
UNKNOWN = float("nan")
NUMBERS = st.one_of(st.just(UNKNOWN), st.floats(-200, 300))
CUSTOMERS = st.lists(
    st.tuples(st.sampled_from(list(Tier)), st.lists(NUMBERS, min_size=16, max_size=16)),
    min_size=1,
    max_size=8,
)


def scored(customers) -> rules.Scores:
    tiers = [tier for tier, _ in customers]
    return rules.score(np.array([row for _, row in customers]), tiers, CARD)


def known(**numbers: float) -> list[float]:
    return [numbers.get(code, UNKNOWN) for code in CODES]


def test_the_scorecard_scores_the_sixteen_measures_there_are():
    assert len(CODES) == 16
    assert [code for code in MEASURE_BY_CODE if code != "csm_pulse"] == CODES


def test_a_score_worked_out_by_hand_shares_the_weight_of_what_is_unknown():
    scores = scored([(Tier.MID_MARKET, known(
        login_frequency=2.5,  # half of 5: 50
        feature_adoption=80, kpi_achievement=90, payment_history=100,
        time_to_value=60,  # in the middle between 30 and 90 days: 50
    ))])  # fmt: skip

    engagement = (40 * 50 + 30 * 80) / 70
    success = (40 * 90 + 20 * 50) / 60
    assert scores.components[0] == pytest.approx([engagement, success, UNKNOWN, 100], nan_ok=True)
    assert scores.overall[0] == pytest.approx((30 * engagement + 30 * success + 20 * 100) / 80)
    assert scores.overall[0] == pytest.approx(77.3214, abs=1e-4)
    assert scores.weights[0, CODES.index("login_frequency")] == pytest.approx(30 / 80 * 40 / 70)


@pytest.mark.parametrize(
    ("code", "tier", "number", "score"),
    [
        ("login_frequency", Tier.TRIAL, 0, 0),
        ("login_frequency", Tier.TRIAL, 12, 100),
        ("time_to_value", Tier.ENTERPRISE, 90, 50),
        ("time_to_value", Tier.SMALL_BUSINESS, 40, 50),
        ("time_to_value", Tier.SMALL_BUSINESS, 10, 100),
        ("nps", Tier.MID_MARKET, -50, 25),
        ("csat", Tier.MID_MARKET, 4, 80),
        ("complaints", Tier.MID_MARKET, 5, 75),
        ("complaints", Tier.MID_MARKET, 40, 0),
    ],
)
def test_a_curve_makes_a_number_a_score(code, tier, number, score):
    scores = scored([(tier, known(**{code: number}))])

    assert scores.overall[0] == pytest.approx(score)


@pytest.mark.parametrize(
    ("score", "whole"), [(56.4999, 56), (56.5, 57), (0.1 * 3 + 0.2, 1), (79.49999999999999, 80)]
)
def test_a_half_goes_up(score, whole):
    assert rules.rounded(np.array([score]))[0] == whole


def test_no_customers_have_no_scores():
    scores = rules.score(np.empty((0, 16)), [], CARD)

    assert scores.overall.shape == (0,)


@given(CUSTOMERS)
def test_one_customer_is_scored_as_among_many(customers):
    together = scored(customers)

    for row, customer in enumerate(customers):
        alone = scored([customer])
        assert np.array_equal(alone.overall[0], together.overall[row], equal_nan=True)
        assert np.array_equal(alone.points[0], together.points[row])


@given(CUSTOMERS)
def test_scores_stay_between_0_and_100(customers):
    scores = scored(customers)

    for numbers in (scores.measures, scores.components, scores.overall):
        told = numbers[~np.isnan(numbers)]
        assert ((told >= 0) & (told <= 100 + 1e-9)).all()


@given(CUSTOMERS)
def test_a_score_is_unknown_exactly_when_every_measure_is(customers):
    scores = scored(customers)

    nothing = [all(map(np.isnan, row)) for _, row in customers]
    assert list(np.isnan(scores.overall)) == nothing


@given(CUSTOMERS)
def test_points_add_up_to_the_score_and_weights_to_the_whole(customers):
    scores = scored(customers)

    wanted = np.nan_to_num(scores.overall)
    assert scores.points.sum(axis=1) == pytest.approx(wanted)
    assert scores.weights.sum(axis=1) == pytest.approx(~np.isnan(scores.overall) * 1.0)


@given(st.sampled_from(list(Tier)), CUSTOMERS, st.integers(0, 15), st.floats(0, 300))
def test_a_better_measure_never_lowers_the_score(tier, customers, place, more):
    row = [0.0 if np.isnan(number) else number for number in customers[0][1]]
    better = list(row)
    falling = CODES[place] in ("complaints", "time_to_value")
    better[place] += -more if falling else more

    before, after = scored([(tier, row), (tier, better)]).overall
    assert after >= before - 1e-9


@given(CUSTOMERS, st.randoms())
def test_changes_add_up_to_the_change_of_the_score(customers, random):
    later = [(tier, random.sample(row, len(row))) for tier, row in customers]
    before, now = scored(customers), scored(later)

    changes = rules.changes(now, before)
    for row, change in enumerate(now.overall - before.overall):
        if not np.isnan(change):
            assert changes[row].sum() == pytest.approx(change, abs=1e-9)
