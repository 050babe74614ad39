"""The list of tasks, a task, and the work of a customer."""

from datetime import timedelta

import pytest

from tenure.foundation.web.templatetags.saying import today
from tenure.work import actions
from tenure.work.models import Task, Touchpoint
from tenure.work.words import Origin
from tests.moments import NOON, TODAY


@pytest.fixture
def tasks(acme, alice):
    for n in range(5):
        fields = {"title": f"Step {n}", "due_on": TODAY + timedelta(days=n - 1), "owner": alice}
        actions.add_task(customer=acme, fields=fields, by=alice, at=NOON)
    return list(Task.objects.order_by("due_on"))


@pytest.fixture
def as_alice(client, alice):
    client.force_login(alice)
    return client


def test_the_list_costs_the_same_however_long(as_alice, tasks, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        page = as_alice.get("/tasks/").content.decode()

    assert all(f"Step {n}" in page for n in range(5))


def test_a_colleague_sees_them_under_everybodys(client, bob, tasks):
    client.force_login(bob)

    assert "Step 1" not in client.get("/tasks/").content.decode()
    assert "Step 1" in client.get("/tasks/?owner=all").content.decode()


def test_chosen_tasks_are_done_and_undone(as_alice, tasks):
    chosen = {"task": [str(task.id) for task in tasks[:2]], "back": "?owner=all"}
    answer = as_alice.post("/tasks/work/", chosen | {"do": "done"})

    assert Task.objects.filter(state="DONE").count() == 2
    assert "Undo" in as_alice.get(answer["Location"]).content.decode()
    as_alice.post("/tasks/work/", chosen | {"do": "reopen"})
    assert Task.objects.filter(state="OPEN").count() == 5


def test_what_is_done_on_the_page_of_a_customer_is_undone_there(as_alice, acme, tasks):
    page = f"/customers/{acme.id}/work/"
    answer = as_alice.post("/tasks/work/", {"task": tasks[0].id, "back": page, "do": "done"})
    assert answer["Location"] == f"{page}?undo={tasks[0].id}"
    assert "1 task put away." in as_alice.get(answer["Location"]).content.decode()

    undo = {"task": tasks[0].id, "back": page, "do": "reopen"}
    assert as_alice.post("/tasks/work/", undo)["Location"] == page
    assert Task.objects.filter(state="OPEN").count() == 5


@pytest.mark.parametrize("undo", ["no-id", "{open}"])
def test_nothing_is_undone_that_was_not_put_away(as_alice, tasks, undo):
    page = as_alice.get(f"/tasks/?undo={undo.format(open=tasks[0].id)}").content.decode()

    assert "put away" not in page


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example/", "nowhere"])
def test_one_goes_back_to_pages_of_ours_alone(as_alice, tasks, back):
    answer = as_alice.post("/tasks/work/", {"task": tasks[0].id, "back": back, "do": "take"})

    assert answer["Location"] == "/tasks/"


def test_a_task_about_no_customer_needs_its_owner(as_alice):
    told = {"title": "Write", "due_on": "2026-12-01", "priority": "HIGH"}

    assert as_alice.post("/tasks/add/", told).status_code == 422
    assert not Task.objects.exists()


def test_kinds_of_tasks_are_counted_and_only_those_that_there_are(as_alice, acme, alice, tasks):
    step = actions.PlannedTask(key="s", title="Invite users", due_on=TODAY, owner=alice)
    told = {"customer": acme, "origin": Origin.ONBOARDING, "by": alice, "at": NOON}
    actions.add_tasks(tasks=[step], **told)

    page = as_alice.get("/tasks/?origin=ONBOARDING")
    assert [(one, n) for one, _, n in page.context["origins"]] == [
        ("BY_HAND", 5),
        ("ONBOARDING", 1),
    ]
    assert [task.title for task in page.context["page"]] == ["Invite users"]


def test_who_does_not_look_after_the_customer_changes_nothing(client, bob, tasks):
    client.force_login(bob)
    client.post("/tasks/work/", {"task": str(tasks[0].id), "do": "done"})

    assert Task.objects.filter(state="OPEN").count() == 5
    assert client.post(f"/tasks/{tasks[0].id}/", {}).status_code == 404


def test_a_task_is_added_for_a_customer(as_alice, acme):
    told = {"title": "Write", "due_on": "2026-12-01", "priority": "HIGH"}
    assert as_alice.post(f"/tasks/add/?customer={acme.id}", told).status_code == 302
    assert Task.objects.get().customer == acme

    refused = as_alice.post(f"/tasks/add/?customer={acme.id}", told | {"title": ""})
    assert refused.status_code == 422
    assert as_alice.get("/tasks/add/?customer=nobody").status_code == 404


@pytest.mark.parametrize(("days", "state"), [(0, "HELD"), (-3, "HELD"), (2, "PLANNED")])
def test_a_touchpoint_is_written_down_or_planned(as_alice, acme, days, state):
    day = today() + timedelta(days=days)
    told = {"kind": "CALL", "subject": "Hello", "day": day.isoformat(), "with_whom": "Zoe, Max",
            "notes": "Bring figures"}  # fmt: skip
    assert as_alice.post(f"/customers/{acme.id}/work/", told).status_code == 302

    one = Touchpoint.objects.get()
    assert (one.state, one.subject, one.notes) == (state, "Hello", "Bring figures")
    assert one.with_whom == ["Zoe", "Max"]
    assert "Hello" in as_alice.get(f"/customers/{acme.id}/work/").content.decode()
