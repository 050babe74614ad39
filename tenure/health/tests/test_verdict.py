"""Health in a sentence: what happened comes first, then what that did."""

from dataclasses import replace

from tenure.health.explanation import Snapshot, explain
from tenure.health.tests.test_explanation import snapshot
from tenure.health.verdict import verdict
from tenure.programme.words import Tier


def told(now: Snapshot, before: Snapshot | None = None) -> str:
    return str(verdict(now, before, explain(now, before)))


def test_a_fall_is_told_with_what_explains_it():
    before = snapshot(90, 28, renewal_intent=90)

    assert told(snapshot(60, renewal_intent=60), before) == (
        "Renewal intent fell from 90 to 60, which took 30 points. "
        "Health fell from 90 to 60 since 26 October 2026."
    )


def test_a_rise_that_another_component_held_back_is_told_with_both():
    before = snapshot(50, 28, renewal_intent=0, nps=100)
    now = snapshot(60, renewal_intent=80, nps=-20)

    assert told(now, before) == (
        "Renewal intent rose from 0 to 80, which added 40 points. "
        "Health rose from 50 to 60 since 26 October 2026. Meanwhile Satisfaction took 30 points."
    )


def test_two_measures_that_fell_are_told_together_with_their_share():
    before = snapshot(80, 28, login_frequency=4, nps=60, payment_history=100)
    now = snapshot(63, login_frequency=2.4, nps=20, payment_history=95)

    assert told(now, before).startswith(
        "Logins fell from 4.0 to 2.4 a user and week and NPS fell from 60 to 20, "
        "which together took 19 points."
    )


def test_what_became_unknown_is_told_as_such():
    before = snapshot(80, 28, nps=100, renewal_intent=60)

    assert told(snapshot(60, renewal_intent=60), before).startswith(
        "Nothing is known of NPS any more, which took"
    )


def test_what_we_did_ourselves_is_not_told_as_the_customers_doing():
    before = snapshot(80, 28, login_frequency=5, renewal_intent=60)
    now = replace(snapshot(88, login_frequency=5, renewal_intent=60), tier=Tier.SMALL_BUSINESS)

    assert told(now, before).startswith(
        "We changed how it is scored (tier Mid-market → Small business), which added"
    )


def test_a_steady_score_is_told_with_what_costs_most():
    before = snapshot(61, 28, renewal_intent=61)

    assert told(snapshot(60, renewal_intent=60), before) == (
        "Health is 60, steady since 26 October 2026. "
        "Renewal intent costs most, 40 of the missing 40 points: renewal intent 61 → 60."
    )


def test_a_perfect_score_has_nothing_to_complain_about():
    assert told(snapshot(100, renewal_intent=100)) == (
        "Health is 100. Every measure that is known is near its best."
    )
