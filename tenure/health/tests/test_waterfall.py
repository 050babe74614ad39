"""The change between two stored scores: its steps add up to the whole point."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given

from tenure.health import rules
from tenure.health.explanation import Kind, explain, waterfall
from tenure.health.tests.cards import CARD, without
from tenure.health.tests.test_behaviour_and_configuration import CARDS, ROWS, TIERS
from tenure.health.tests.test_explanation import snapshot
from tenure.programme.words import Tier


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
