"""Scores set by hand: they stand in for the computed ones, hide nothing, and go."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tenure.customers import actions as customers
from tenure.customers.models import CurrentHealth
from tenure.customers.words import ChurnReason
from tenure.foundation.audit.models import Deed
from tenure.foundation.refusals import Conflict, Invalid
from tenure.health import entering, overriding
from tenure.health.actions import score_all_customers, score_customer
from tenure.health.models import HealthScore, Override
from tests.moments import NOON, TODAY

LATER = NOON + timedelta(days=1)
IN_TEN_DAYS = NOON + timedelta(days=10)


@pytest.fixture
def override(acme, alice, intent):
    """Acme's score, computed as 40, is set to 75 for ten days."""
    intent(40)
    score_customer(customer=acme, by=alice, at=NOON)
    return set_to(acme, alice)


def set_to(customer, by, at=NOON, **given):
    told = {"score": 75, "reason": "The sponsor told me", "expires_at": at + timedelta(days=10)}
    return overriding.set_override(customer=customer, by=by, at=at, **(told | given))


def shown(customer) -> tuple:
    """The effective score, the computed one beside it, level, risk, and until when."""
    now = CurrentHealth.objects.get(customer=customer)
    return now.score, now.computed_score, now.level, now.churn_risk, now.override_until


NEAR = (40, None, "FAIR", "HIGH", None)  # ten days later the renewal is near
COMPUTED = (40, None, "FAIR", "MEDIUM", None)
SET = (75, 40, "GOOD", "LOW", IN_TEN_DAYS)


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


def test_ending_it_brings_the_computed_score_back(acme, alice, override):
    overriding.end_override(override=override, reason="They left", by=alice, at=LATER)

    override.refresh_from_db()
    assert shown(acme) == COMPUTED
    assert (override.ended_at, override.ended_by, override.ended_reason) == (
        LATER, "Alice", "They left",
    )  # fmt: skip


def test_the_job_ends_what_has_expired_and_nothing_else(acme, alice, override):
    assert overriding.expire_overrides(by=alice, at=IN_TEN_DAYS - timedelta(seconds=1)) == 0
    assert shown(acme) == SET

    assert overriding.expire_overrides(by=alice, at=IN_TEN_DAYS) == 1

    override.refresh_from_db()
    assert shown(acme) == NEAR
    assert override.ended_at == IN_TEN_DAYS


def test_a_scoring_run_lets_go_what_has_expired_before_the_job_does(acme, alice, override):
    score_all_customers(by=alice, at=IN_TEN_DAYS)

    assert shown(acme) == NEAR


def test_a_customer_without_a_score_gets_one_and_loses_it_again(acme, alice):
    override = set_to(acme, alice)
    assert shown(acme) == (75, None, "GOOD", "LOW", IN_TEN_DAYS)

    overriding.end_override(override=override, by=alice, at=LATER)

    assert shown(acme) == (None, None, None, "LOW", None)


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


def test_what_ended_does_not_end_twice(acme, alice, override):
    overriding.end_override(override=override, by=alice, at=LATER)

    with pytest.raises(Conflict, match="does not hold any more"):
        overriding.end_override(override=override, by=alice, at=LATER)


def test_the_trail_tells_it(acme, alice, override):
    overriding.end_override(override=override, by=alice, at=LATER)

    codes = Deed.objects.filter(customer_id=acme.id, code__startswith="health_override")
    assert [*codes.order_by("at").values_list("code", "by_name")] == [
        ("health_override.started", "Alice"), ("health_override.ended", "Alice"),
    ]  # fmt: skip
