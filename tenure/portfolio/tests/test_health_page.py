"""The page of a customer's health: any two days, any past day, and the rows behind it."""

from datetime import timedelta

import pytest

from tenure.customers import actions
from tenure.customers.models import Customer
from tenure.health import actions as health
from tenure.health import entering, scorecards
from tenure.health.tests.cards import without
from tenure.health.tests.worlds import at_noon, ticket, usage
from tests.moments import NOON, TODAY


def intend(customer, by, days_ago: int, percent: int) -> None:
    """A score of so many points, so many days ago."""
    changes = {"renewal_intent_percent": percent}
    at = NOON - timedelta(days=days_ago)
    actions.change_profile(customer=customer, changes=changes, by=by, at=at)
    health.score_customer(customer=customer, by=by, at=at)


@pytest.fixture
def page(acme, alice, sign_in):
    """Acme's health over seventy days, as a page of the days that are asked for."""
    for days_ago, percent in ((70, 80), (42, 90), (20, 70), (0, 50)):
        intend(acme, alice, days_ago, percent)
    client = sign_in(alice)
    return lambda query="": client.get(f"/customers/{acme.id}/health/{query}")


def day(days_ago: int) -> str:
    return (TODAY - timedelta(days=days_ago)).isoformat()


def test_without_days_it_is_the_newest_against_a_month_before(page):
    shown = page()

    change = shown.context["health"].waterfall
    assert (change.before.score, change.now.score) == (90, 50)
    assert "From 90 to 50" in shown.text
    assert "All of it is what the customer did" in shown.text
    assert "What would bring it back" in shown.text


def test_any_two_days_can_be_compared(page):
    shown = page(f"?from={day(60)}&to={day(15)}")

    change = shown.context["health"].waterfall
    assert (change.before.score, change.now.score) == (80, 70)
    assert f'value="{day(60)}"' in shown.text


def test_a_past_day_shows_health_as_it_was(page):
    shown = page(f"?to={day(30)}")

    assert "As of 24 October 2026" in shown.text
    assert shown.context["health"].now.score == 90
    assert [score.score for score in shown.context["page"]] == [90, 80]


def test_a_day_before_the_first_score_leads_to_it(page):
    shown = page(f"?to={day(100)}")

    assert "Nothing was computed up to" in shown.text
    assert f'href="?to={day(70)}"' in shown.text


def test_a_range_that_begins_before_the_first_score_says_so(page):
    assert (
        "There is no score that old; the oldest is of 14 September 2026."
        in page(f"?from={day(365)}&to={day(0)}").text
    )


@pytest.mark.parametrize("query", ["?from=soon", "?from=2026-11-20&to=2026-11-01", "?page=x"])
def test_what_makes_no_sense_is_said_beside_the_field_and_the_page_stands(page, query):
    shown = page(query)

    assert shown.status_code == 200
    assert ('class="errors"' in shown.text) == ("from" in query)


def test_a_score_that_was_entered_is_told_apart(page, acme, alice):
    told = {"score": 77, "recorded_by": "Alice"}
    entering.record_score(customer=acme, fields=told, by=alice, at=at_noon(-1))

    assert "entered <b>77</b> by hand" in page().text


def test_another_scorecard_and_tier_are_marked_on_the_chart_and_counted_apart(
    page, acme, alice, monkeypatch
):
    page()
    monkeypatch.setattr(scorecards, "programme_card", lambda: without("renewal_intent"))
    Customer.objects.filter(id=acme.id).update(tier="ENTERPRISE")
    acme.refresh_from_db()
    ticket(acme, 2)
    health.score_customer(customer=acme, by=alice, at=NOON + timedelta(hours=1))

    shown = page()
    ((letter, told),) = shown.context["health"].lettered
    assert (letter, told.text.startswith("Scorecard ")) == ("A", True)
    assert told.text.endswith(", Tier Mid-market → Enterprise")
    assert 'class="change"' in shown.text
    change = shown.context["health"].waterfall
    assert change.behaviour + change.configuration + change.rounding == change.moved
    assert change.configuration != 0


def test_evidence_leads_to_the_rows_of_the_measures_window(acme, alice, sign_in):
    for days_ago in (0, 29, 30):
        usage(acme, days_ago, active_users=3, logins=7)
    health.score_customer(customer=acme, by=alice, at=NOON)
    client = sign_in(alice)
    address = f"/customers/{acme.id}/usage/?from={day(29)}&to={day(0)}"

    assert address.replace("&", "&amp;") in client.get(f"/customers/{acme.id}/").text
    rows = client.get(address)
    assert len(rows.context["rows"]) == 2
    assert "From <b>25 October 2026</b> up to <b>23 November 2026</b>" in rows.text


def test_rows_outside_the_days_are_left_out_and_an_empty_window_says_so(acme, alice, sign_in):
    ticket(acme, 5)
    ticket(acme, 50)
    client = sign_in(alice)
    tickets = f"/customers/{acme.id}/tickets/"

    assert len(client.get(f"{tickets}?from={day(10)}").context["rows"]) == 1
    assert len(client.get(tickets).context["rows"]) == 2
    assert "Nothing in these days." in client.get(f"{tickets}?from={day(3)}").text


def test_a_customer_that_did_not_fall_is_told_what_would_lift_it(acme, alice, sign_in):
    intend(acme, alice, 0, 50)
    shown = sign_in(alice).get(f"/customers/{acme.id}/").text

    assert "What would lift it" in shown
    assert "Renewal intent up to 60" in shown
