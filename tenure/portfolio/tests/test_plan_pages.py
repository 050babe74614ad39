"""A plan's page, and starting one."""

from datetime import date

import pytest

from tenure.plans import actions
from tenure.plans.models import SuccessPlan
from tenure.programme.in_force import programme
from tenure.work import actions as work
from tenure.work.models import Task
from tests.moments import NOON, TODAY

SUNDAY = "2026-11-29"


@pytest.fixture
def recovery(acme, alice):
    template = programme().plans.named("recovery")
    return work.start_from_template(
        customer=acme, template=template, starts_on=TODAY, by=alice, at=NOON
    )


@pytest.fixture
def as_alice(client, alice):
    client.force_login(alice)
    return client


def text(answer) -> str:
    return answer.content.decode()


@pytest.mark.parametrize("view", ["", "?view=list"])
def test_a_plan_costs_the_same_however_many_milestones(
    as_alice, recovery, alice, view, django_assert_num_queries
):
    as_alice.get(f"/plans/{recovery.id}/{view}")
    for count in (1, 9):
        for n in range(count):
            fields = {"title": f"Step {n}", "due_on": TODAY, "owned_by": alice}
            actions.add_milestone(plan=recovery, fields=fields, by=alice, at=NOON)
        with django_assert_num_queries(10):
            page = text(as_alice.get(f"/plans/{recovery.id}/{view}"))
        assert "Use is back" in page


def test_tasks_of_the_template_stand_on_the_page(as_alice, recovery):
    assert "Tell the CSM manager" in text(as_alice.get(f"/plans/{recovery.id}/"))


def test_a_milestone_leads_to_its_page_of_the_playbook(as_alice, recovery):
    assert "/documents/csm-playbook/#at-risk-accounts" in text(
        as_alice.get(f"/plans/{recovery.id}/?view=list")
    )


def test_the_days_are_shown_before_anything_is_started(as_alice, acme):
    query = f"?template=quarter&starts_on={SUNDAY}"
    page = text(as_alice.get(f"/customers/{acme.id}/plans/new/{query}"))

    assert "30 November 2026 to 1 March 2027" in page
    assert "it begins on Monday, as Sunday is free" in page
    assert not SuccessPlan.objects.exists()


def test_what_was_shown_is_started_as_a_draft_and_made_active(as_alice, acme):
    sent = {"template": "quarter", "starts_on": SUNDAY, "title": "Our quarter", "do": "draft"}
    answer = as_alice.post(f"/customers/{acme.id}/plans/new/", sent)
    plan = SuccessPlan.objects.get()
    assert (plan.status, plan.title, plan.starts_on) == ("DRAFT", "Our quarter", date(2026, 11, 30))
    assert answer["Location"] == f"/plans/{plan.id}/"

    as_alice.post(f"/plans/{plan.id}/activate/")
    plan.refresh_from_db()
    assert (plan.status, Task.objects.count()) == ("ACTIVE", 2)


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"template": "blank"}, "A blank plan needs a title"),
        ({"template": "no-such"}, "Select a valid choice"),
        ({"starts_on": "soon"}, "Enter a valid date"),
        ({"template": "blank", "title": "x", "plan_type": "SECRET"}, "Select a valid choice"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_started(as_alice, acme, sent, words):
    least = {"template": "quarter", "starts_on": SUNDAY}
    answer = as_alice.post(f"/customers/{acme.id}/plans/new/", least | sent)

    assert (answer.status_code, words in text(answer)) == (422, True)
    assert not SuccessPlan.objects.exists()


def test_a_blank_plan_is_started(as_alice, acme):
    sent = {"template": "blank", "starts_on": SUNDAY, "title": "Ours", "plan_type": "EXPANSION"}
    as_alice.post(f"/customers/{acme.id}/plans/new/", sent)

    plan = SuccessPlan.objects.get()
    assert (plan.plan_type, plan.milestones.count(), plan.status) == ("EXPANSION", 0, "ACTIVE")
    assert "No milestones yet." in text(as_alice.get(f"/plans/{plan.id}/"))


def test_who_does_not_look_after_the_customer_starts_nothing(client, bob, acme):
    client.force_login(bob)
    sent = {"template": "quarter", "starts_on": SUNDAY}

    assert client.post(f"/customers/{acme.id}/plans/new/", sent).status_code == 403
    assert not SuccessPlan.objects.exists()


def test_a_customer_is_found_for_a_new_plan(as_alice, acme):
    assert f"/customers/{acme.id}/plans/new/" in text(as_alice.get("/plans/new/?q=acm"))
    assert "No customer that you may change" in text(as_alice.get("/plans/new/?q=globex"))
