"""Tasks over the API."""

import pytest

from tenure.work.models import Task

NEW = {"title": "Call Zoe", "dueDate": "2026-12-01"}


@pytest.fixture
def alice_api(api, alice):
    return api(alice)


@pytest.fixture
def call(alice_api, acme):
    return alice_api.data("POST", "/tasks", NEW | {"customerId": str(acme.id)})


def test_a_task_for_a_customer_is_added_and_shown(alice_api, acme, call):
    assert alice_api.last.status_code == 201
    assert (call["customerName"], call["dueDate"]) == ("Acme", "2026-12-01T00:00:00+00:00")
    assert (call["state"], call["origin"], call["ownerId"]) == ("OPEN", "BY_HAND", None)
    assert alice_api.data("GET", f"/tasks/{call['id']}") == call


def test_one_without_a_customer_is_the_callers_own(alice_api, api, bob, alice):
    own = alice_api.data("POST", "/tasks", NEW)

    assert (own["customerId"], own["ownerName"]) == (None, "Alice")
    api(bob).refusal(404, "GET", f"/tasks/{own['id']}")
    assert api(bob).data("GET", "/tasks") == []


def test_one_about_nobody_keeps_its_owner(alice_api):
    own = alice_api.data("POST", "/tasks", NEW)

    said = alice_api.refusal(422, "PUT", f"/tasks/{own['id']}", {"ownerId": None})
    assert "is its owner’s" in said["error"]
    assert Task.objects.get().owner is not None


def test_lists_are_filtered_and_the_earliest_comes_first(alice_api, acme, call):
    alice_api.data("POST", "/tasks", NEW | {"title": "Write", "dueDate": "2026-11-30"})

    def titles(query):
        return [task["title"] for task in alice_api.data("GET", f"/tasks?{query}")]

    assert titles("") == ["Write", "Call Zoe"]
    assert titles("dueBefore=2026-12-01") == ["Write"]
    assert titles(f"customerId={acme.id}") == ["Call Zoe"]
    assert titles("state=DONE") == titles("origin=PLAN") == []
    assert titles("limit=1&page=2") == ["Call Zoe"]
    assert alice_api.last.json()["pagination"]["total"] == 2


def test_a_task_is_done_with_a_note_and_opened_again(alice_api, call):
    done = alice_api.data("POST", f"/tasks/{call['id']}/complete", {"note": "Reached her"})
    assert (done["state"], done["note"]) == ("DONE", "Reached her")
    assert done["endedBy"] == "Alice by token “test”"
    alice_api.refusal(409, "PUT", f"/tasks/{call['id']}", {"title": "x"})

    again = alice_api.data("POST", f"/tasks/{call['id']}/reopen")
    assert (again["state"], again["endedAt"], again["title"]) == ("OPEN", None, "Call Zoe")


def test_a_note_may_be_left_out(alice_api, call):
    assert alice_api.data("POST", f"/tasks/{call['id']}/complete")["state"] == "DONE"


def test_what_will_not_be_done_is_cancelled(alice_api, call):
    assert alice_api.data("POST", f"/tasks/{call['id']}/cancel", {})["state"] == "CANCELLED"


def test_a_change_keeps_what_is_not_sent(alice_api, call, bob):
    told = {"ownerId": str(bob.id), "priority": "HIGH", "details": None}
    changed = alice_api.data("PUT", f"/tasks/{call['id']}", told)

    assert (changed["title"], changed["ownerName"]) == ("Call Zoe", "Bob")
    assert (changed["priority"], changed["details"]) == ("HIGH", None)


def test_two_who_change_it_do_not_overwrite_each_other(alice_api, call):
    alice_api.data("GET", f"/tasks/{call['id']}")
    version = alice_api.last["ETag"]
    alice_api.data("PUT", f"/tasks/{call['id']}", {"title": "A"}, **{"If-Match": version})

    alice_api.refusal(412, "PUT", f"/tasks/{call['id']}", {"title": "B"}, **{"If-Match": version})
    assert Task.objects.get().title == "A"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"title": " "}, "title"),
        ({"dueDate": "soon"}, "dueDate"),
        ({"priority": "HUGE"}, "priority"),
        ({"ownerId": "01a208ad-1740-70ed-95b1-94623e737138"}, "ownerId"),
        ({"state": "DONE"}, "state"),
    ],
)
def test_what_cannot_be_is_refused_with_its_field(alice_api, call, body, field):
    said = alice_api.refusal(422, "PUT", f"/tasks/{call['id']}", body)

    assert [one["field"] for one in said["errors"]] == [field]
    assert Task.objects.get().title == "Call Zoe"


def test_an_executive_or_a_contact_is_no_owner(alice_api, call, erin, carl):
    for person in (erin, carl):
        alice_api.refusal(422, "PUT", f"/tasks/{call['id']}", {"ownerId": str(person.id)})


@pytest.mark.parametrize(("who", "status"), [("bob", 403), ("erin", 403), ("carl", 403)])
def test_who_does_not_look_after_the_customer_changes_nothing(
    api, request, acme, call, who, status
):
    speaker = api(request.getfixturevalue(who))

    speaker.refusal(status, "POST", f"/tasks/{call['id']}/complete", {})
    speaker.refusal(status, "POST", "/tasks", NEW | {"customerId": str(acme.id)})
    assert [task.state for task in Task.objects.all()] == ["OPEN"]


def test_a_contact_of_a_customer_sees_no_tasks(api, carl, call):
    assert api(carl).data("GET", "/tasks") == []
    api(carl).refusal(404, "GET", f"/tasks/{call['id']}")
