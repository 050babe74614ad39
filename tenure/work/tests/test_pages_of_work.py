"""The list of tasks, a task, and the work of a customer."""

from datetime import timedelta

import pytest

from tenure.work import actions
from tenure.work.models import Task, Touchpoint
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
    with django_assert_max_num_queries(6):
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
    from tenure.foundation.web.templatetags.saying import today

    day = today() + timedelta(days=days)
    told = {"kind": "CALL", "subject": "Hello", "day": day.isoformat(), "with_whom": "Zoe, Max"}
    assert as_alice.post(f"/customers/{acme.id}/work/", told).status_code == 302

    one = Touchpoint.objects.get()
    assert (one.state, one.subject) == (state, "Hello")
    assert "Hello" in as_alice.get(f"/customers/{acme.id}/work/").content.decode()
