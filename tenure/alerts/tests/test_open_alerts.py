"""Alerts open once, end when they are over, and open anew only for something new."""

import pytest

from tenure.alerts import actions
from tenure.alerts.models import Alert
from tenure.alerts.opening import open_alerts
from tenure.alerts.words import AlertOutcome
from tenure.health import entering
from tenure.programme import in_force
from tests.moments import NOON

RED, BELOW, DROP, STALE = "RED_ZONE", "BELOW_THRESHOLD", "SIGNIFICANT_DROP", "STALE_DATA"


def resolve(alert, by, outcome=AlertOutcome.ACTION_TAKEN):
    actions.resolve_alerts(alerts=[alert.id], outcome=outcome, by=by, at=NOON)


@pytest.mark.parametrize(
    ("before", "score", "rules"),
    [
        (None, 60, set()), (None, 59, {BELOW}), (None, 39, {BELOW, RED}), (60, 59, {BELOW}),
        (59, 58, set()), (59, 39, {RED, DROP}), (70, 60, set()), (71, 60, {DROP}), (90, 80, set()),
        (91, 80, {DROP}), (40, 40, set()), (60, 30, {BELOW, RED, DROP}),
    ],
)  # fmt: skip
def test_at_the_edges(stands, before, score, rules):
    assert stands(score, before) == rules


def test_a_night_later_it_is_the_same_alert(stands):
    stands(30, 35)
    stands(30, 30)

    assert Alert.objects.count() == 1


def test_what_is_over_ends_by_itself(stands):
    stands(55, 65)
    stands(61, 55)

    alert = Alert.objects.get()
    assert (alert.state, alert.outcome, alert.is_over) == ("RESOLVED", "RECOVERED", True)


def test_one_that_was_resolved_stays_so_while_it_goes_on(stands, red, alice):
    resolve(red, alice)

    assert stands(30, 30) == set()
    assert stands(41, 30) == set()
    assert stands(38, 41) == {RED}
    assert Alert.objects.filter(rule=RED).count() == 2


def test_little_known_is_an_alert(stands):
    assert stands(80, 80, confidence=39) == {STALE}
    assert stands(80, 80, confidence=40) == set()


def test_a_customer_that_left_alarms_nobody(stands, acme):
    stands(30, 35)
    type(acme).objects.filter(id=acme.id).update(status="CHURNED", churned_on=NOON.date())
    assert stands(20, 30) == set()

    assert Alert.objects.get().outcome == "CHURNED"


def test_it_belongs_to_the_csm_of_the_book(red, alice):
    assert red.owner == alice


def test_a_score_over_the_api_or_by_hand_opens_alerts_too(acme, alice):
    entering.record_score(customer=acme, fields={"score": 35}, by=alice, at=NOON)

    assert set(Alert.objects.values_list("rule", flat=True)) == {RED, BELOW}


def test_many_at_once_cost_two_questions(acme, red, django_assert_num_queries):
    with django_assert_num_queries(2):
        open_alerts([acme.id] * 50, NOON, in_force.scorecard())
