"""The change between two scores: its steps add up exactly, and our doing is kept apart."""

from dataclasses import replace

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenure.health import rules
from tenure.health.explanation import Kind, Side, explain, in_tenths, split, waterfall
from tenure.health.tests.test_explanation import snapshot
from tenure.programme.loading import scorecard
from tenure.programme.scorecard import Component, ScoredMeasure
from tenure.programme.words import Tier

CARD = scorecard()
CODES = [measure.code for measure in CARD.measures]
NUMBERS = st.one_of(st.just(float("nan")), st.floats(-200, 300))
ROWS = st.lists(NUMBERS, min_size=16, max_size=16)
TIERS = st.sampled_from(list(Tier))


def without(code: str) -> type(CARD):
    """The scorecard without one measure, whose weight the others of its component share."""
    return msgspec.structs.replace(CARD, component=tuple(map(_dropping(code), CARD.component)))


def _dropping(code: str):
    def dropped(part: Component) -> Component:
        kept = [measure for measure in part.measures if measure.code != code]
        whole = sum(measure.weight for measure in kept)
        measures = (
            ScoredMeasure(m.code, m.weight * 100 / whole, m.curve, m.curve_by_tier) for m in kept
        )
        return msgspec.structs.replace(part, measures=tuple(measures))

    return dropped


CARDS = st.sampled_from([CARD, without("nps"), without("login_frequency")])


@st.composite
def sides(draw) -> Side:
    card, tier, row = draw(CARDS), draw(TIERS), draw(ROWS)
    return Side(card, [tier], np.array([row[: len(card.measures)]]))


@given(sides(), sides())
def test_behaviour_and_configuration_sum_to_the_difference_exactly(before, now):
    parts = split(before, now)
    moved = parts.now.overall[0] - parts.before.overall[0]

    total = parts.behaviour[0].sum() + parts.configuration[0].sum()
    assert total == pytest.approx(moved, abs=1e-9, nan_ok=True)


@given(ROWS, ROWS, TIERS, CARDS)
def test_the_same_scorecard_and_tier_leave_nothing_to_configuration(was, now, tier, card):
    width = len(card.measures)
    parts = split(
        Side(card, [tier], np.array([was[:width]])), Side(card, [tier], np.array([now[:width]]))
    )

    assert not np.nan_to_num(parts.configuration).any()


@given(ROWS, TIERS, TIERS)
def test_the_same_readings_leave_nothing_to_behaviour(row, was, now):
    numbers = np.array([row])
    card = without("nps")
    fewer = np.delete(numbers, CODES.index("nps"), axis=1)
    parts = split(Side(CARD, [was], numbers), Side(card, [now], fewer))

    assert np.nan_to_num(parts.behaviour) == pytest.approx(0, abs=1e-9)


@given(ROWS, ROWS, TIERS, TIERS, st.randoms(use_true_random=False))
def test_the_order_of_measures_does_not_matter(was, now, tier, other, chance):
    shuffled = _shuffled(chance)
    order = [CODES.index(measure.code) for measure in shuffled.measures]
    one = split(Side(CARD, [tier], np.array([was])), Side(CARD, [other], np.array([now])))
    two = split(
        Side(shuffled, [tier], np.array([was])[:, order]),
        Side(shuffled, [other], np.array([now])[:, order]),
    )

    for mine, theirs in ((one.behaviour, two.behaviour), (one.configuration, two.configuration)):
        assert mine[0, order] == pytest.approx(theirs[0], abs=1e-9, nan_ok=True)


def _shuffled(chance):
    parts = list(CARD.component)
    chance.shuffle(parts)
    mixed = []
    for part in parts:
        measures = list(part.measures)
        chance.shuffle(measures)
        mixed.append(msgspec.structs.replace(part, measures=tuple(measures)))
    return msgspec.structs.replace(CARD, component=tuple(mixed))


@given(st.lists(st.tuples(TIERS, TIERS, ROWS, ROWS), min_size=1, max_size=5))
def test_many_at_once_are_the_same_as_one_by_one(customers):
    def side(rows) -> Side:
        return Side(CARD, [tier for tier, _ in rows], np.array([row for _, row in rows]))

    befores, nows = [(c[0], c[2]) for c in customers], [(c[1], c[3]) for c in customers]
    many = split(side(befores), side(nows))
    for row in range(len(customers)):
        one = split(side(befores[row : row + 1]), side(nows[row : row + 1]))
        assert np.array_equal(many.behaviour[row], one.behaviour[0], equal_nan=True)
        assert np.array_equal(many.configuration[row], one.configuration[0], equal_nan=True)


@given(st.lists(st.floats(-100, 100), min_size=1, max_size=40))
def test_tenths_add_up_and_none_is_more_than_a_tenth_off(points):
    tenths = in_tenths(np.array(points))

    assert sum(tenths) == np.round(np.sum(points) * 10)
    assert all(
        abs(tenth - 10 * point) <= 1 + 1e-9 for tenth, point in zip(tenths, points, strict=True)
    )


@given(ROWS, ROWS, TIERS, TIERS, CARDS)
def test_the_steps_between_two_stored_scores_add_up_to_the_whole_point(was, now, tier, other, card):
    before, after = (_stored(CARD, tier, was), _stored(card, other, now[: len(card.measures)]))
    if before is None or after is None:
        return
    change = waterfall(after, before, explain(after, before))

    assert sum(step.tenths for step in change.steps) == 10 * (after.score - before.score)
    assert sum(step.points for step in change.steps) == pytest.approx(change.moved, abs=1e-9)
    assert abs(change.points(Kind.ROUNDING)) <= 1 + 1e-9


def _stored(card, tier, row):
    told = snapshot(0)
    told = replace(
        told,
        card=card,
        tier=tier,
        measured=[None if np.isnan(number) else number for number in row],
    )
    overall = told.scored().overall
    return None if np.isnan(overall[0]) else replace(told, score=int(rules.rounded(overall)[0]))


def test_a_change_worked_out_by_hand_under_another_tier():
    # Two measures: engagement weighs 30 of 50 parts in the mid-market, 40 of 55 for small business.
    before = snapshot(84, 28, login_frequency=5, renewal_intent=60)
    now = replace(snapshot(71, login_frequency=4, renewal_intent=40), tier=Tier.SMALL_BUSINESS)
    change = waterfall(now, before, explain(now, before))

    was, then = (30 * 100 + 20 * 60) / 50, (40 * 80 + 15 * 40) / 55
    under_old, under_new = (30 * 80 + 20 * 40) / 50, (40 * 100 + 15 * 60) / 55
    behaviour = ((under_old - was) + (then - under_new)) / 2
    assert change.points(Kind.BEHAVIOUR) == pytest.approx(behaviour)
    assert change.points(Kind.CONFIGURATION) == pytest.approx(then - was - behaviour)
    assert change.points(Kind.ROUNDING) == pytest.approx(-13 - (then - was))
    assert change.causes == ("Tier Mid-market → Small business",)


def test_a_measure_that_counts_no_longer_is_told_and_is_our_doing():
    before = snapshot(80, 28, nps=100, renewal_intent=60)
    card = without("nps")
    measured = [value for code, value in before.numbers.items() if code != "nps"]
    now = replace(snapshot(60, renewal_intent=60), card=card, measured=measured)
    satisfaction = explain(now, before)[2]

    lost = satisfaction.told[0]
    assert lost.evidence == "NPS 100, no longer counted"
    assert lost.changed.behaviour == 0
    assert lost.changed.configuration < -5
    assert lost not in satisfaction.unknown


def weighing(**weights: float):
    """The scorecard with these weights of components, and none for the others."""
    parts = (
        msgspec.structs.replace(part, weight={"default": weights.get(part.code, 0.0)})
        for part in CARD.component
    )
    return msgspec.structs.replace(CARD, component=tuple(parts))


def test_where_nothing_is_known_half_way_all_is_our_doing():
    def known(card, code: str, number: float) -> Side:
        return Side(
            card, [Tier.TRIAL], np.array([[number if c == code else np.nan for c in CODES]])
        )

    parts = split(
        known(weighing(engagement=100.0), "login_frequency", 4),
        known(weighing(satisfaction=100.0), "nps", 0),
    )

    assert not parts.behaviour.any()
    assert parts.configuration.sum() == pytest.approx(50 - 80)
