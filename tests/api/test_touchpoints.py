"""Touchpoints over the API."""

import pytest

from tenure.customers.models import Customer
from tenure.work.models import Touchpoint

CALL = {"kind": "CALL", "subject": "How it goes"}
DAY = "2026-03-02T09:00:00+00:00"


@pytest.fixture
def alice_api(api, alice):
    return api(alice)


@pytest.fixture
def path(acme_path):
    return f"{acme_path}/touchpoints"


def last_contact():
    told = Customer.objects.get().last_contact_at
    return told and told.isoformat()


def test_one_that_took_place_is_written_down(alice_api, path):
    told = CALL | {"happenedAt": DAY, "withWhom": ["Zoe"], "notes": "All is well"}
    made = alice_api.data("POST", path, told)

    assert (made["state"], made["happenedAt"], made["plannedOn"]) == ("HELD", DAY, None)
    assert (made["ownerName"], made["withWhom"], made["notes"]) == ("Alice", ["Zoe"], "All is well")
    assert last_contact() == DAY


def test_one_without_a_time_took_place_now(alice_api, path):
    assert alice_api.data("POST", path, CALL | {"happenedAt": None})["state"] == "HELD"
    assert last_contact() is not None


def test_one_with_a_day_is_planned_with_all_that_is_told(alice_api, path):
    told = CALL | {"plannedOn": "2026-12-01", "notes": "Ask for the figures", "withWhom": ["Zoe"]}
    made = alice_api.data("POST", path, told)

    assert (made["state"], made["happenedAt"]) == ("PLANNED", None)
    assert (made["notes"], made["withWhom"]) == ("Ask for the figures", ["Zoe"])
    assert last_contact() is None


@pytest.mark.parametrize("body", [{"state": "HELD", "happenedAt": DAY}, {"happenedAt": DAY}])
def test_a_planned_one_is_held(alice_api, path, body):
    made = alice_api.data("POST", path, CALL | {"plannedOn": "2026-03-01"})
    held = alice_api.data("PUT", f"/touchpoints/{made['id']}", body)

    assert (held["state"], held["happenedAt"]) == ("HELD", DAY)
    assert last_contact() == DAY


def test_one_that_was_held_by_mistake_is_planned_again(alice_api, path):
    alice_api.data("POST", path, CALL | {"happenedAt": DAY})
    later = alice_api.data("POST", path, CALL | {"plannedOn": "2026-03-05"})
    alice_api.data("PUT", f"/touchpoints/{later['id']}", {"state": "HELD"})
    assert last_contact() != DAY

    again = alice_api.data("PUT", f"/touchpoints/{later['id']}", {"state": "PLANNED"})
    assert (again["state"], again["happenedAt"]) == ("PLANNED", None)
    assert last_contact() == DAY


def test_the_newest_comes_first_and_lists_are_filtered(alice_api, path):
    alice_api.data("POST", path, CALL | {"happenedAt": DAY})
    alice_api.data("POST", path, CALL | {"kind": "NOTE", "happenedAt": "2026-03-03"})
    alice_api.data("POST", path, CALL | {"kind": "MEETING", "plannedOn": "2026-03-04"})

    def kinds(query):
        return [one["kind"] for one in alice_api.data("GET", f"{path}?{query}")]

    assert kinds("") == ["MEETING", "NOTE", "CALL"]
    assert kinds("state=HELD") == ["NOTE", "CALL"]
    assert kinds("kind=NOTE&kind=CALL&limit=1&page=2") == ["CALL"]
    assert alice_api.last.json()["pagination"]["total"] == 2


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({"happenedAt": "2999-01-01T00:00:00Z"}, ["happenedAt"]),
        ({"state": "CANCELLED"}, ["plannedOn", "state"]),
        ({"state": "PLANNED", "plannedOn": "2026-12-01", "happenedAt": DAY}, ["happenedAt", "state"]),
        ({"happenedAt": None}, ["happenedAt", "state"]),
        ({"kind": "PIGEON"}, ["kind"]),
        ({"subject": ""}, ["subject"]),
        ({"ownerId": "01a208ad-1740-70ed-95b1-94623e737138"}, ["ownerId"]),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_its_fields(alice_api, path, body, fields):
    made = alice_api.data("POST", path, CALL | {"happenedAt": DAY})
    said = alice_api.refusal(422, "PUT", f"/touchpoints/{made['id']}", body)

    assert sorted(one["field"] for one in said["errors"]) == fields
    assert Touchpoint.objects.get().state == "HELD"
    assert last_contact() == DAY


def test_two_who_change_it_do_not_overwrite_each_other(alice_api, path):
    made = alice_api.data("POST", path, CALL)
    version = {"If-Match": alice_api.last["ETag"]}
    one = f"/touchpoints/{made['id']}"
    alice_api.data("PUT", one, {"subject": "A"}, **version)

    alice_api.refusal(412, "PUT", one, {"subject": "B"}, **version)
    assert Touchpoint.objects.get().subject == "A"


@pytest.mark.parametrize("who", ["bob", "erin"])
def test_the_team_reads_and_does_not_change_the_book_of_another(api, request, alice_api, path, who):
    made = alice_api.data("POST", path, CALL)
    speaker = api(request.getfixturevalue(who))

    assert speaker.data("GET", path)[0]["id"] == made["id"]
    speaker.refusal(403, "POST", path, CALL)
    speaker.refusal(403, "PUT", f"/touchpoints/{made['id']}", {"subject": "B"})
    assert Touchpoint.objects.get().subject == "How it goes"


def test_a_contact_of_the_customer_reads_nothing(api, carl, alice_api, path):
    alice_api.data("POST", path, CALL)

    api(carl).refusal(404, "GET", path)


def test_a_token_of_another_area_reads_nothing(api, alice, path):
    api(alice, areas=["plans"]).refusal(403, "GET", path)
    assert api(alice, areas=["work"]).data("GET", path) == []
