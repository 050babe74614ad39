"""Why health is what it is, over the API: it adds up, and it is as it was on any day."""

from datetime import timedelta

import pytest

from tenure.customers import actions as customers
from tenure.health import actions as health
from tests.moments import NOON, TODAY


@pytest.fixture
def scored(acme, alice):
    """Acme, whose intent to renew was 90 six weeks ago and is 50 now."""
    for days_ago, intent in ((42, 90), (0, 50)):
        at = NOON - timedelta(days=days_ago)
        changes = {"renewal_intent_percent": intent}
        customers.change_profile(customer=acme, changes=changes, by=alice, at=at)
        health.score_customer(customer=acme, by=alice, at=at)
    return acme


def test_the_change_adds_up_and_says_what_would_bring_it_back(mona_api, scored, acme_path):
    told = mona_api.data("GET", f"{acme_path}/health-explanation")

    assert (told["from"]["score"], told["to"]["score"], told["change"]) == (90, 50, -40)
    assert told["behaviour"] + told["configuration"] + told["rounding"] == pytest.approx(-40)
    measures = [measure for part in told["components"] for measure in part["measures"]]
    moved = [m["change"]["behaviour"] + m["change"]["configuration"] for m in measures]
    assert sum(moved) == pytest.approx(told["behaviour"] + told["configuration"])
    assert told["sentence"].startswith("Renewal intent fell from 90 to 50, which took 40 points.")
    assert told["bringBack"]["alone"][0]["words"] == (
        "Renewal intent up to 60 would add 10 points and reach Good."
    )


def test_two_days_choose_what_is_compared(mona_api, scored, acme_path):
    day = TODAY - timedelta(days=40)
    told = mona_api.data("GET", f"{acme_path}/health-explanation?to={day}")

    assert told["to"]["score"] == 90
    assert (told["from"], told["change"], told["behaviour"]) == (None, None, None)


def test_health_is_as_it_was_on_a_day(mona_api, scored, acme_path):
    for days_ago, score in ((42, 90), (1, 90), (0, 50)):
        day = TODAY - timedelta(days=days_ago)
        told = mona_api.data("GET", f"{acme_path}/health-as-of?day={day}")
        assert (told["score"], told["kind"]) == (score, "computed")
        known = {m["code"]: m["reading"] for m in told["measures"] if m["reading"] is not None}
        assert known == {"renewal_intent": score}


def test_a_score_that_was_entered_tells_the_last_one_that_has_readings(mona_api, scored, acme_path):
    entered = {"score": 75, "recordedAt": "2026-11-23T18:00:00Z"}
    mona_api.data("POST", f"{acme_path}/health-scores", entered)

    told = mona_api.data("GET", f"{acme_path}/health-as-of?day=2026-11-23")
    assert (told["score"], told["kind"], told["computed"]["score"]) == (75, "entered", 50)


def test_where_there_is_no_score_there_is_nothing(mona_api, scored, acme_path):
    mona_api.refusal(404, "GET", f"{acme_path}/health-as-of?day=2020-01-01")
    mona_api.refusal(404, "GET", f"{acme_path}/health-explanation?to=2020-01-01")


@pytest.mark.parametrize(
    "query",
    [
        "health-explanation?from=2026-03-02&to=2026-03-01",
        "health-explanation?from=soon",
        "health-as-of",
        "health-as-of?day=2026-02-30",
    ],
)
def test_days_that_make_no_sense_are_refused(mona_api, scored, acme_path, query):
    mona_api.refusal(422, "GET", f"{acme_path}/{query}")


@pytest.mark.parametrize("query", ["health-explanation", "health-as-of?day=2026-11-23"])
def test_a_customer_contact_reads_neither(api, carl, scored, acme_path, query):
    api(carl).refusal(404, "GET", f"{acme_path}/{query}")
