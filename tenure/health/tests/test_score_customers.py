"""Scoring customers: what is written, what is kept, and what is not written twice."""

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from tenure.customers.models import CurrentHealth
from tenure.foundation.audit.models import Deed
from tenure.health import actions, history
from tenure.health.models import HealthScore
from tenure.health.tests.worlds import ago, answer
from tests.moments import NOON, TODAY


def score(customer, by, at: datetime = NOON) -> actions.Outcome:
    return actions.score_customer(customer=customer, by=by, at=at)


def test_a_score_is_kept_with_its_readings_and_shown_as_the_current_one(acme, alice, intent):
    intent(73)

    outcome = score(acme, alice)

    kept = acme.health_scores.get()
    assert (outcome.scored, kept.score, kept.level, kept.trend) == (1, 73, "GOOD", "UNKNOWN")
    assert (kept.financial_score, kept.engagement_score, kept.tier) == (73, None, "MID_MARKET")
    assert [n for n in kept.measured if n is not None] == [73]
    current = CurrentHealth.objects.get(customer=acme)
    assert (current.score, current.level, current.churn_risk) == (73, "GOOD", "LOW")


def test_scoring_is_a_deed(acme, alice, intent):
    intent(73)
    score(acme, alice)

    deed = Deed.objects.get(code="health.scored")
    assert (deed.by_name, deed.customer_id) == ("Alice", acme.id)


def test_scoring_twice_writes_nothing_new(acme, alice, intent):
    intent(73)
    score(acme, alice)

    again = score(acme, alice, NOON + timedelta(hours=3))

    assert (again.scored, again.unchanged) == (0, 1)
    assert acme.health_scores.count() == 1
    assert Deed.objects.filter(code="health.scored").count() == 1


def test_a_change_on_the_same_day_is_a_second_score_and_the_first_one_stays(acme, alice, intent):
    intent(73)
    score(acme, alice)
    intent(40)
    later = NOON + timedelta(hours=3)

    score(acme, alice, later)

    kept = list(acme.health_scores.order_by("recorded_at").values_list("score", "trend"))
    assert kept == [(73, "UNKNOWN"), (40, "DECLINING")]
    assert history.line_of(acme, ago(9), TODAY).points == [(TODAY, 40)]


def test_the_next_day_is_a_score_of_its_own(acme, alice, intent):
    intent(73)
    score(acme, alice)

    assert score(acme, alice, NOON + timedelta(days=1)).scored == 1


def test_a_customer_of_whom_nothing_is_known_has_no_score(acme, alice):
    outcome = score(acme, alice)

    assert (outcome.scored, outcome.unknown) == (0, 1)
    assert not HealthScore.objects.exists()
    assert CurrentHealth.objects.get(customer=acme).score is None


def test_a_score_of_the_past_does_not_replace_the_current_one(acme, alice):
    answer(acme, "NPS", 10, 100)
    answer(acme, "NPS", 0, 0)
    score(acme, alice)
    before = NOON - timedelta(days=50)

    ids = [acme.id]
    actions.score_customers(
        ids=ids, last_known=before.date(), knows_present=False, by=alice, at=before
    )

    assert dict(history.line_of(acme, ago(99), TODAY).points) == {ago(50): 100, TODAY: 50}
    assert CurrentHealth.objects.get(customer=acme).score == 50


def test_a_month_is_compared_over_days(acme, alice, intent):
    intent(73)
    score(acme, alice, NOON - timedelta(days=28))
    intent(60)
    score(acme, alice, NOON)

    current = CurrentHealth.objects.get(customer=acme)
    assert (current.month_delta, current.headline) == (-13, "Renewal intent 73 → 60")


def test_a_score_outside_of_0_to_100_cannot_be_kept(acme):
    with pytest.raises(IntegrityError), transaction.atomic():
        HealthScore.objects.create(customer=acme, recorded_at=NOON, score=101, level="GOOD")
