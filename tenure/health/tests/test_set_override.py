"""Scores set by hand: they stand in for the computed ones, hide nothing, and go."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tenure.customers import actions as customers
from tenure.customers.models import CurrentHealth
from tenure.customers.words import ChurnReason
from tenure.foundation.refusals import Conflict, Invalid
from tenure.health import entering, overriding
from tenure.health.actions import score_customer
from tenure.health.models import HealthScore, Override
from tenure.health.tests.set_scores import IN_TEN_DAYS, LATER, SET, set_to, shown
from tests.moments import NOON, TODAY


def test_it_stands_in_for_the_computed_score_which_stays_beside_it(acme, override):
    assert shown(acme) == SET
    assert CurrentHealth.objects.get(customer=acme).measured_score == 40
    assert [*HealthScore.objects.values_list("score", flat=True)] == [40]


def test_scoring_goes_on_below_it(acme, alice, intent, override):
    intent(20)
    score_customer(customer=acme, by=alice, at=LATER)

    assert shown(acme) == (75, 20, "GOOD", "MEDIUM", IN_TEN_DAYS)
    assert [*HealthScore.objects.order_by("recorded_at").values_list("score", flat=True)] == [
        40,
        20,
    ]


def test_scoring_again_the_same_day_changes_nothing(acme, alice, override):
    score_customer(customer=acme, by=alice, at=NOON + timedelta(hours=1))

    assert shown(acme) == SET


def test_a_score_that_is_entered_goes_below_it_too(acme, mona, override):
    entering.record_score(customer=acme, fields={"score": 90}, by=mona, at=LATER)

    assert shown(acme) == (75, 90, "GOOD", "LOW", IN_TEN_DAYS)


def test_doing_it_over_again_changes_nothing_and_touches_nobody_else(acme, mona, override):
    other = customers.create_customer(fields={"name": "Birch"}, by=mona, at=NOON)

    assert overriding.apply([acme.id, other.id], LATER) == 1
    assert shown(acme) == SET


def test_there_is_one_at_a_time(acme, mona, override):
    with pytest.raises(Conflict, match="Alice set it to 75 already: end that first"):
        set_to(acme, mona, score=10)
    with pytest.raises(IntegrityError), transaction.atomic():
        Override.objects.create(
            customer=acme, score=1, reason="x", set_by="x", set_at=NOON, expires_at=LATER
        )

    assert Override.objects.count() == 1


def test_another_may_follow_one_whose_time_is_over(acme, alice, override):
    set_to(acme, alice, at=IN_TEN_DAYS, score=20)

    assert shown(acme)[:3] == (20, 40, "POOR")
    assert [*Override.objects.filter(ended_at=None).values_list("score", flat=True)] == [20]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"score": 101}, "between 0 and 100"),
        ({"reason": "  "}, "reason"),
        ({"expires_at": NOON}, "at most 90 days"),
        ({"expires_at": NOON + timedelta(days=90, seconds=1)}, "at most 90 days"),
    ],
)
def test_what_makes_no_sense_is_refused(acme, alice, given, words):
    with pytest.raises(Invalid, match=words), transaction.atomic():
        set_to(acme, alice, **given)

    assert not Override.objects.exists()
    assert shown(acme)[0] is None


def test_who_left_is_as_it_was(acme, alice):
    customers.end_customer(
        customer=acme, churned_on=TODAY, reason=ChurnReason.PRICE, by=alice, at=NOON
    )
    acme.refresh_from_db()

    with pytest.raises(Conflict, match="Acme has left"):
        set_to(acme, alice)
    assert not Override.objects.exists()
