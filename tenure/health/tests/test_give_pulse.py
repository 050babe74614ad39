"""A CSM's own pulse: given with a reason, counted while it is fresh, taken back."""

from datetime import timedelta

import pytest

from tenure.customers import actions as customers
from tenure.customers.words import ChurnReason
from tenure.foundation.audit.models import Deed
from tenure.foundation.database.columns import Asked
from tenure.foundation.refusals import Conflict, Invalid
from tenure.health import judging, said
from tenure.health.models import Pulse
from tenure.health.tests.worlds import ago
from tests.moments import NOON, TODAY


def give(customer, by, rating=4, at=NOON, **given):
    return judging.give_pulse(
        customer=customer, rating=rating, reason="They said so", by=by, at=at, **given
    )


def measured(customer, day=TODAY) -> tuple[float, float]:
    """The measure on a day, and how old its pulse is; NaN where there is none."""
    facts = said.said_facts(Asked([customer.id], [day]))
    return float(facts["csm_pulse"][0]), float(facts["pulse_age_days"][0])


def is_unknown(told: tuple[float, float]) -> bool:
    return told[0] != told[0] and told[1] != told[1]


@pytest.mark.parametrize(("rating", "points"), [(1, 0), (2, 25), (3, 50), (4, 75), (5, 100)])
def test_a_rating_is_a_number_of_points(acme, alice, rating, points):
    pulse = give(acme, alice, rating)

    assert pulse.points == points
    assert measured(acme) == (points, 0)


def test_nobody_asked_is_unknown(acme):
    assert is_unknown(measured(acme))


def test_it_holds_ninety_days_unless_told_otherwise(acme, alice):
    pulse = give(acme, alice)

    assert pulse.expires_on == TODAY + timedelta(days=90)
    assert measured(acme, TODAY + timedelta(days=89)) == (75, 89)
    assert is_unknown(measured(acme, TODAY + timedelta(days=90)))


def test_the_newest_counts_and_an_older_one_never_comes_back(acme, alice):
    give(acme, alice, 5, at=NOON - timedelta(days=9))
    give(acme, alice, 1, expires_on=TODAY + timedelta(days=2))

    assert measured(acme, ago(1)) == (100, 8)
    assert measured(acme) == (0, 0)
    assert is_unknown(measured(acme, TODAY + timedelta(days=2)))


def test_one_that_is_taken_back_counts_no_more_and_the_one_before_does(acme, alice):
    give(acme, alice, 5, at=NOON - timedelta(days=9))
    pulse = give(acme, alice, 1)

    judging.withdraw_pulse(pulse=pulse, by=alice, at=NOON + timedelta(hours=1))

    assert measured(acme) == (100, 9)
    assert Pulse.objects.newest_of(acme.id).rating == 5


def test_a_day_before_it_was_taken_back_still_knows_it(acme, alice):
    pulse = give(acme, alice, 1, at=NOON - timedelta(days=5))
    judging.withdraw_pulse(pulse=pulse, by=alice, at=NOON)

    assert measured(acme, ago(1)) == (0, 4)
    assert is_unknown(measured(acme))


@pytest.mark.parametrize("rating", [0, 6])
def test_there_are_five_ratings(acme, alice, rating):
    with pytest.raises(Invalid):
        give(acme, alice, rating)

    assert not Pulse.objects.exists()


@pytest.mark.parametrize("days", [0, -3, 366])
def test_it_expires_after_today_and_within_a_year(acme, alice, days):
    with pytest.raises(Invalid, match="A pulse expires after today"):
        give(acme, alice, expires_on=TODAY + timedelta(days=days))

    assert not Pulse.objects.exists()


def test_a_reason_is_needed(acme, alice):
    with pytest.raises(Invalid, match="reason"):
        judging.give_pulse(customer=acme, rating=3, reason=" ", by=alice, at=NOON)

    assert not Pulse.objects.exists()


def test_who_left_has_no_pulse(acme, alice):
    customers.end_customer(
        customer=acme, churned_on=TODAY, reason=ChurnReason.PRICE, by=alice, at=NOON
    )
    acme.refresh_from_db()

    with pytest.raises(Conflict, match="Acme has left"):
        give(acme, alice)


def test_it_is_taken_back_once(acme, alice, bob):
    pulse = give(acme, alice)
    judging.withdraw_pulse(pulse=pulse, by=bob, at=NOON)

    with pytest.raises(Conflict, match="Bob took this pulse back already"):
        judging.withdraw_pulse(pulse=pulse, by=alice, at=NOON)


def test_after_two_weeks_it_is_stale(acme, alice):
    pulse = give(acme, alice)

    assert not pulse.is_stale(NOON + timedelta(days=14))
    assert pulse.is_stale(NOON + timedelta(days=14, seconds=1))


def test_the_trail_tells_both(acme, alice):
    judging.withdraw_pulse(pulse=give(acme, alice), by=alice, at=NOON)

    deeds = Deed.objects.filter(customer_id=acme.id, code__startswith="pulse")
    assert {deed.code for deed in deeds} == {"pulse.recorded", "pulse.retracted"}
    assert deeds.first().details["rating"] == "confident"
