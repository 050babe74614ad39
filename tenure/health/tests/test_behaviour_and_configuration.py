"""Behaviour and configuration: their sum is exact, and neither takes what is the other's."""

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenure.health.explanation import Side, in_tenths, split
from tenure.health.tests.cards import CARD, CODES, weighing, without
from tenure.programme.words import Tier

NUMBERS = st.one_of(st.just(float("nan")), st.floats(-200, 300))
ROWS = st.lists(NUMBERS, min_size=16, max_size=16)
TIERS = st.sampled_from(list(Tier))


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


@given(ROWS, ROWS, TIERS, st.sets(st.integers(0, 15)))
def test_a_measure_whose_reading_did_not_change_did_nothing(was, now, tier, same):
    now = [was[place] if place in same else number for place, number in enumerate(now)]
    parts = split(Side(CARD, [tier], np.array([was])), Side(CARD, [tier], np.array([now])))

    for place in same:
        assert np.nan_to_num(parts.behaviour[0, place]) == 0
