"""Saying what one makes of a customer's health, on its pages: pulses, and scores set by hand."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tenure.customers import actions
from tenure.customers.models import CurrentHealth
from tenure.health import judging, reporting
from tenure.health.actions import score_customer
from tenure.health.models import Override, Pulse
from tenure.portfolio.tests.said_forms import by_hand, in_days, pulse
from tests.moments import NOON


@pytest.fixture
def page(acme, alice, sign_in):
    """Acme's page, as Alice sees it, after Acme was scored as 40."""
    changes = {"renewal_intent_percent": 40}
    actions.change_profile(customer=acme, changes=changes, by=alice, at=NOON)
    score_customer(customer=acme, by=alice, at=timezone.now())
    return lambda: sign_in(alice).get(f"/customers/{acme.id}/").text


def test_a_pulse_is_given_and_stands_on_the_customers_page(acme, alice, sign_in, page):
    assert "Nobody has said yet how this customer feels." in page()

    answer = sign_in(alice).post(f"/customers/{acme.id}/pulse/", pulse(), follow=True)

    assert "Your pulse of Acme is confident." in answer.text
    assert "<b>Confident</b>" in page()
    assert "They renew" in page()


def test_a_stale_pulse_is_marked_and_an_expired_one_too(acme, alice, page):
    at = timezone.now() - timedelta(days=20)
    judging.give_pulse(customer=acme, rating=4, reason="x", by=alice, at=at)
    assert "20 d old." in page()

    expires_on = at.date() + timedelta(days=5)
    Pulse.objects.update(expires_on=expires_on)
    assert "Expired on" in page()


def test_the_newest_pulse_is_taken_back(acme, alice, sign_in, page):
    judging.give_pulse(customer=acme, rating=4, reason="x", by=alice, at=NOON)

    sign_in(alice).post(f"/customers/{acme.id}/pulse/withdraw/")

    assert Pulse.objects.get().withdrawn_by == "Alice"
    assert "Nobody has said yet" in page()
    again = sign_in(alice).post(f"/customers/{acme.id}/pulse/withdraw/", follow=True)
    assert "There is no pulse of Acme to take back." in again.text


def test_a_score_is_set_told_with_the_computed_one_and_ended(acme, alice, sign_in, page):
    sign_in(alice).post(f"/customers/{acme.id}/override/", by_hand())

    assert "Set to 75 by Alice until" in page()
    assert "Computed: 40" in page()
    assert "Why 40" in page()

    sign_in(alice).post(f"/customers/{acme.id}/override/end/")
    assert "Set to 75" not in page()
    assert CurrentHealth.objects.get().score == 40
    again = sign_in(alice).post(f"/customers/{acme.id}/override/end/", follow=True)
    assert "No score of Acme is set by hand." in again.text


def test_it_holds_to_the_end_of_its_last_day(acme, alice, sign_in):
    sign_in(alice).post(f"/customers/{acme.id}/override/", by_hand(until=in_days(0)))

    assert Override.objects.get().last_on == timezone.localdate()


def test_a_row_of_the_list_says_that_a_score_was_set(acme, alice, sign_in, page):
    page()
    assert "set by hand" not in sign_in(alice).get("/customers/").text

    sign_in(alice).post(f"/customers/{acme.id}/override/", by_hand())

    assert 'class="vh">set by hand, computed </span>' in sign_in(alice).get("/customers/").text


@pytest.mark.parametrize(
    ("path", "form", "field"),
    [
        ("pulse", pulse(rating="6"), "rating"),
        ("pulse", pulse(reason=" "), "reason"),
        ("pulse", pulse(expires_on=in_days(0)), "expires_on"),
        ("override", by_hand(score="101"), "score"),
        ("override", by_hand(reason=""), "reason"),
        ("override", by_hand(until=in_days(90)), "until"),
        ("override", by_hand(until=in_days(-1)), "until"),
    ],
)
def test_bad_input_is_refused_beside_its_field(acme, alice, sign_in, path, form, field):
    answer = sign_in(alice).post(f"/customers/{acme.id}/{path}/", form)

    assert answer.status_code == 422
    assert [*answer.context["form"].errors] == [field]
    assert not Pulse.objects.exists()
    assert not Override.objects.exists()


def test_a_reported_measure_says_by_whom(acme, alice, page):
    reporting.report_reading(
        customer=acme, measure="nps", day=timezone.now().date(), value=30, source="Delighted",
        by=alice, at=timezone.now(),
    )  # fmt: skip
    score_customer(customer=acme, by=alice, at=timezone.now())

    assert "reported by Delighted" in page()
