"""Scoring runs over the API: asked for once, followed to their end."""

from django.utils import timezone

from tenure.health import actions

PATH = "/health-runs"


def test_a_run_is_asked_for_once(acme, mona_api):
    asked = mona_api.data("POST", PATH)
    assert mona_api.last.status_code == 201

    assert (asked["state"], asked["customers"], asked["finishedAt"]) == ("WAITING", 1, None)
    assert mona_api.data("POST", PATH)["id"] == asked["id"]
    assert [run["id"] for run in mona_api.data("GET", PATH)] == [asked["id"]]


def test_it_tells_how_far_it_is(acme, mona, mona_api):
    asked = mona_api.data("POST", PATH)
    actions.score_all_customers(by=mona, at=timezone.now())

    run = mona_api.data("GET", f"{PATH}/{asked['id']}")
    assert (run["state"], run["done"], run["unknown"]) == ("DONE", 1, 1)


def test_who_may_not_score_may_not_ask(acme, api, erin):
    assert api(erin).refusal(403, "POST", PATH)
    assert api(erin).data("GET", PATH) == []


def test_a_customers_own_people_see_no_runs(acme, api, carl):
    assert api(carl).refusal(403, "GET", PATH)
