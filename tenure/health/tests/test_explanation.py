"""Why a score is what it is: points, changes and headlines."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from tenure.health.explanation import Scored, Snapshot, explain, headlines
from tenure.health.rules import score
from tenure.programme.in_force import scorecard
from tenure.programme.words import HealthLevel, Tier
from tests.moments import NOON, TODAY

CARD = scorecard()
CODES = [measure.code for measure in CARD.measures]


def snapshot(whole: int, days_ago: int = 0, **numbers: float) -> Snapshot:
    return Snapshot(
        at=NOON - timedelta(days=days_ago),
        day=TODAY - timedelta(days=days_ago),
        score=whole,
        level=HealthLevel.GOOD,
        tier=Tier.MID_MARKET,
        card=CARD,
        measured=[numbers.get(code) for code in CODES],
    )


def headline(now: Snapshot, before: Snapshot | None = None) -> str:
    def many(one: Snapshot) -> Scored:
        row = np.array([[np.nan if n is None else n for n in one.measured]])
        return Scored(CARD, row, score(row, [one.tier], CARD))

    return headlines(many(now), many(before or replace(now, measured=[None] * 16)))[0]


def test_the_readings_carry_points_that_add_up_to_the_score():
    groups = explain(snapshot(71, login_frequency=2.5, payment_history=100, nps=80), None)

    # 30, 20 and 20 of 70 weigh engagement, satisfaction and money: 50, 90 and 100
    assert [group.score for group in groups] == [50, None, 90, 100]
    assert sum(group.points for group in groups) == pytest.approx((1500 + 1800 + 2000) / 70)


def test_what_is_unknown_stands_apart_and_weighs_nothing():
    engagement = explain(snapshot(50, login_frequency=2.5), None)[0]

    assert [reading.measure.code for reading in engagement.known] == ["login_frequency"]
    assert [reading.weight for reading in engagement.unknown] == [0, 0, 0]


def test_a_measure_that_is_lost_shows_its_own_effect_and_not_the_others():
    before = snapshot(75, 28, login_frequency=5, renewal_intent=50)
    groups = explain(snapshot(50, renewal_intent=50), before)

    # Engagement held 30 of 50 parts: 60 * 100 + 40 * 50 is 80, and without it 50.
    assert groups[0].change == pytest.approx(-30)
    assert groups[3].change == 0


def test_a_measure_that_becomes_known_takes_what_the_others_lose_by_it():
    before = snapshot(95, 28, complaints=1)
    satisfaction = explain(snapshot(19, complaints=1, nps=-100), before)[2]

    moved = {r.measure.code: r.change for r in satisfaction.readings if r.is_known}
    assert moved == pytest.approx({"complaints": 0, "nps": 19 - 95})


def test_evidence_tells_what_a_measure_was_and_is():
    before = snapshot(80, 28, login_frequency=5.1)
    readings = explain(snapshot(50, login_frequency=2.4), before)[0].readings

    assert readings[0].evidence == "Logins 5.1 → 2.4 a user and week"


def test_a_healthy_customer_that_does_not_move_is_steady():
    assert headline(snapshot(80, renewal_intent=80), snapshot(79, renewal_intent=79)) == "Steady"


def test_a_poor_customer_is_told_by_what_holds_it_down():
    now = snapshot(30, renewal_intent=20, payment_history=60)

    assert headline(now, now) == "Renewal intent 20"


def test_a_measure_that_became_known_says_that_it_was_unknown():
    before = snapshot(90, 28, renewal_intent=90)

    assert headline(snapshot(40, renewal_intent=90, nps=-60), before) == "NPS unknown → −60"
