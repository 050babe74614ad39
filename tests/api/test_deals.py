"""Deals that favours helped, over the API: each counts once."""

import pytest
from django.utils import timezone

from tenure.advocacy.models import Deal

DEAL = {"name": "Initech", "annualValue": 60_000, "state": "OPEN"}


@pytest.fixture
def favour(mona_api, acme_path):
    def made(title="A reference call"):
        told = {"activityType": "REFERENCE_CALL", "title": title}
        return mona_api.data("POST", f"{acme_path}/advocacy-activities", told)["id"]

    return made


@pytest.fixture
def link(mona_api):
    def linked(activity, **more):
        return mona_api.data("POST", f"/advocacy-activities/{activity}/deal", DEAL | more)

    return linked


def sums(api):
    return {one["state"]: (one["deals"], one["annualValue"])
            for one in api.data("GET", "/influenced-revenue")}  # fmt: skip


def test_several_favours_help_one_deal_which_counts_once(mona_api, favour, link):
    first, second = favour("A call"), favour("A visit")
    link(first)
    deal = link(second, state="WON", annualValue=75_000)

    assert [one["activityId"] for one in deal["favours"]] == [first, second]
    assert (deal["annualValue"], deal["closedOn"][:10]) == (
        75_000, timezone.localdate().isoformat(),
    )  # fmt: skip
    assert sums(mona_api) == {"OPEN": (0, 0), "WON": (1, 75_000), "LOST": (0, 0)}
    assert mona_api.data("GET", f"/deals/{deal['id']}") == deal


def test_a_favour_tells_its_deal_and_may_turn_out_to_have_helped_another(
    mona_api, acme_path, favour, link
):
    activity = favour()
    before, after = link(activity), link(activity, name="Hooli", annualValue=5_000)

    (told,) = mona_api.data("GET", f"{acme_path}/advocacy-activities")
    assert told["dealId"] == after["id"]
    assert mona_api.data("GET", "/deals") == [after]
    assert sums(mona_api)["OPEN"] == (1, 5_000)
    assert mona_api.data("GET", f"/deals/{before['id']}")["favours"] == []


def test_a_favour_that_did_not_help_is_taken_from_its_deal(mona_api, acme_path, favour, link):
    first, second = favour("A call"), favour("A visit")
    deal = link(first)
    link(second)
    address = f"/advocacy-activities/{first}/deal"
    assert mona_api.send("DELETE", address).status_code == 200

    told = mona_api.data("GET", f"/deals/{deal['id']}")
    assert [one["activityId"] for one in told["favours"]] == [second]
    mona_api.refusal(409, "DELETE", address)


def test_the_largest_comes_first_and_lists_are_filtered(mona_api, favour, link):
    for name, worth, state in (("A", 1, "WON"), ("B", 3, "LOST"), ("C", 2, "WON")):
        link(favour(), name=name, annualValue=worth, state=state)

    def names(query):
        return [one["name"] for one in mona_api.data("GET", f"/deals?{query}")]

    assert names("") == ["B", "C", "A"]
    assert names("state=WON&limit=1&page=2") == ["A"]
    assert mona_api.last.json()["pagination"]["total"] == 2
    mona_api.refusal(422, "GET", "/deals?state=MAYBE")


@pytest.mark.parametrize(
    ("body", "field"),
    [({"name": " "}, "name"), ({"annualValue": -1}, "annualValue"), ({"state": "SOLD"}, "state"),
     ({"annualValue": None}, "annualValue"), ({"closedOn": "soon"}, "closedOn")],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_its_field(mona_api, favour, body, field):
    path = f"/advocacy-activities/{favour()}/deal"
    said = mona_api.refusal(422, "POST", path, DEAL | body)

    assert [one["field"] for one in said["errors"]] == [field]
    assert not Deal.objects.exists()


def test_they_are_told_to_the_team_and_linked_in_the_own_book(api, carl, bob, erin, favour, link):
    activity = favour()
    deal = link(activity)
    for path in ("/deals", "/influenced-revenue"):
        api(carl).refusal(403, "GET", path)
        assert api(erin).data("GET", path)
    api(carl).refusal(404, "GET", f"/deals/{deal['id']}")
    for who in (bob, erin, carl):
        told = DEAL | {"state": "WON"}
        api(who).refusal(403, "POST", f"/advocacy-activities/{activity}/deal", told)

    assert Deal.objects.get().state == "OPEN"
