"""What customers ask the product for, over the API."""

import pytest

from tenure.customers import actions as customers
from tenure.customers.models import Stakeholder
from tenure.requests.models import Request
from tenure.usage.models import Feature
from tests.moments import NOON

WISH = {"title": "Route by state", "theme": "Lead routing", "askedDate": "2026-03-02"}
NOBODY = "01a208ad-1740-70ed-95b1-94623e737138"


@pytest.fixture
def alice_api(api, alice):
    return api(alice)


@pytest.fixture
def path(acme_path):
    return f"{acme_path}/requests"


@pytest.fixture
def globex(mona, bob):
    return customers.create_customer(
        fields={"name": "Globex", "tier": "ENTERPRISE"}, csm=bob, by=mona, at=NOON
    )


def test_it_is_written_down_with_all_that_is_told(alice_api, path, acme):
    who = Stakeholder.objects.create(customer=acme, name="Zoe")
    Feature.objects.create(name="Routing")
    told = WISH | {"details": "By hand now", "stakeholderId": str(who.id), "feature": "Routing"}
    made = alice_api.data("POST", path, told)

    assert (made["state"], made["acknowledgedAt"], made["endedAt"]) == ("ASKED", None, None)
    assert made["askedDate"] == "2026-03-02T00:00:00+00:00"
    assert (made["stakeholderName"], made["feature"], made["customerName"]) == (
        "Zoe",
        "Routing",
        "Acme",
    )
    assert made["recordedBy"].startswith("Alice")


def test_a_step_is_taken_with_what_the_customer_is_told_and_taken_back(alice_api, path):
    made = alice_api.data("POST", path, WISH)
    one = f"/requests/{made['id']}"
    planned = alice_api.data("PUT", one, {"state": "PLANNED", "answer": "In spring"})
    assert (planned["state"], planned["answer"]) == ("PLANNED", "In spring")
    assert planned["acknowledgedAt"] is not None

    back = alice_api.data("PUT", one, {"state": "ASKED"})
    assert (back["state"], back["answer"], back["acknowledgedAt"]) == ("ASKED", None, None)


def test_what_is_sent_changes_and_null_clears(alice_api, path):
    made = alice_api.data("POST", path, WISH | {"details": "By hand now"})
    one = f"/requests/{made['id']}"
    assert alice_api.data("PUT", one, {"theme": "Reports"})["details"] == "By hand now"
    assert alice_api.data("PUT", one, {"details": None})["details"] is None
    assert alice_api.last.json()["data"]["theme"] == "Reports"


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({"state": "DECLINED"}, ["answer"]),
        ({"state": "DREAMT"}, ["state"]),
        ({"title": " "}, ["title"]),
        ({"theme": ""}, ["theme"]),
        ({"theme": "x" * 61}, ["theme"]),
        ({"askedDate": "2999-01-01"}, ["askedDate"]),
        ({"feature": "Telepathy"}, ["feature"]),
        ({"stakeholderId": NOBODY}, ["stakeholderId"]),
        ({"csm": "x"}, ["csm"]),
    ],
)
def test_what_cannot_be_is_refused_with_its_field(alice_api, path, body, fields):
    made = alice_api.data("POST", path, WISH)
    said = alice_api.refusal(422, "PUT", f"/requests/{made['id']}", body)

    assert [one["field"] for one in said["errors"]] == fields
    assert Request.objects.get().title == "Route by state"


def test_somebody_of_another_customer_does_not_ask(alice_api, path, globex):
    stranger = Stakeholder.objects.create(customer=globex, name="Hank")
    said = alice_api.refusal(422, "POST", path, WISH | {"stakeholderId": str(stranger.id)})

    assert [one["field"] for one in said["errors"]] == ["stakeholderId"]
    assert not Request.objects.exists()


def test_nothing_follows_an_ending(alice_api, path):
    made = alice_api.data("POST", path, WISH)
    one = f"/requests/{made['id']}"
    alice_api.data("PUT", one, {"state": "DELIVERED"})
    alice_api.refusal(409, "PUT", one, {"state": "DECLINED", "answer": "No"})

    assert Request.objects.get().state == "DELIVERED"


def test_two_who_change_it_do_not_overwrite_each_other(alice_api, path):
    made = alice_api.data("POST", path, WISH)
    version = {"If-Match": alice_api.last["ETag"]}
    one = f"/requests/{made['id']}"
    alice_api.data("PUT", one, {"title": "A"}, **version)

    alice_api.refusal(412, "PUT", one, {"title": "B"}, **version)
    assert Request.objects.get().title == "A"
