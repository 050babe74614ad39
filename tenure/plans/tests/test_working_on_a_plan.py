"""Objectives and milestones on pages: added, changed in place, measured, moved, completed, undone."""

from datetime import date
from decimal import Decimal

import pytest

from tenure.foundation.web.templatetags.saying import today
from tenure.plans import actions
from tenure.plans.models import Measurement, Milestone, Objective
from tests.moments import NOON

GOAL = {"title": "Use", "unit": "logins", "baseline": "2", "target": "5", "direction": "HIGHER"}
STEP = {"title": "Go-live", "due_on": "2026-12-20", "priority": "HIGH", "deliverables": "A\n\n B "}


@pytest.fixture
def page(client, alice, plan):
    """Sends to, or gets from, a page of the plan: `page("edit/", {...})`."""
    client.force_login(alice)

    def asked(path="", sent=None, **headers):
        address = f"/plans/{plan.id}/{path}"
        return client.get(address, headers=headers) if sent is None else client.post(address, sent)

    return asked


@pytest.fixture
def goal(plan, alice):
    fields = {"title": "Use", "baseline": Decimal(2), "target": Decimal(5)}
    return actions.add_objective(plan=plan, fields=fields, by=alice, at=NOON)


def test_an_objective_is_added_measured_and_shown(page, plan):
    assert page("objectives/add/", GOAL).status_code == 302
    goal = Objective.objects.get()
    sent = {"value": "4", "measured_on": today().isoformat()}
    assert page(f"objectives/{goal.id}/", sent).status_code == 302

    shown = page().content.decode()
    assert "Now <b>4 logins</b>" in shown
    assert "66%" in shown


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_written(page, goal):
    wrong = page("objectives/add/", GOAL | {"target": "1"})
    assert wrong.status_code == 422
    assert "The target lies the worse way" in wrong.content.decode()
    assert page(f"objectives/{goal.id}/", {"value": "many"}).status_code == 422

    assert Objective.objects.count() == 1
    assert not Measurement.objects.exists()


def test_a_form_stands_alone_for_htmx_and_in_a_page_without(page, goal):
    address = f"objectives/{goal.id}/edit/"

    assert "<html" in page(address).content.decode()
    assert "<html" not in page(address, **{"HX-Request": "true"}).content.decode()


def test_a_dropped_objective_is_named_and_comes_back(page, goal):
    page(f"objectives/{goal.id}/edit/", {"do": "drop"})
    assert "Dropped:" in page().content.decode()

    page(f"objectives/{goal.id}/edit/", {"do": "restore"})
    assert "Dropped:" not in page().content.decode()


def test_a_milestone_is_added_with_what_it_comes_after(page, plan, kickoff):
    assert page("milestones/add/", STEP | {"after": [str(kickoff.id)]}).status_code == 302

    made = Milestone.objects.get(title="Go-live")
    assert (made.deliverables, made.due_on) == (["A", "B"], date(2026, 12, 20))
    assert [*made.after.all()] == [kickoff]
    assert "waits for “Kickoff”" in page("?view=list").content.decode()


def test_a_circle_leaves_the_milestone_as_it_was(page, plan, kickoff, alice):
    training = plan.milestones.get(title="Training")
    actions.order_milestone(milestone=training, after=[kickoff.id], by=alice, at=NOON)
    sent = STEP | {"title": "Other", "after": [str(training.id)]}
    refused = page(f"milestones/{kickoff.id}/", sent)

    kickoff.refresh_from_db()
    assert (refused.status_code, kickoff.title) == (422, "Kickoff")
    assert "would come after itself" in refused.content.decode()


def test_it_is_completed_out_of_turn_only_when_that_is_said(page, plan, kickoff, alice):
    training = plan.milestones.get(title="Training")
    actions.order_milestone(milestone=training, after=[kickoff.id], by=alice, at=NOON)
    page(f"milestones/{training.id}/work/", {"do": "complete"})
    training.refresh_from_db()
    assert training.is_open

    page(f"milestones/{training.id}/work/", {"do": "complete-anyway"})
    training.refresh_from_db()
    assert training.is_completed


def test_what_would_move_is_shown_then_moved_then_undone(page, plan, kickoff):
    address = f"milestones/{kickoff.id}/move/"
    preview = page(f"{address}?due_on=2026-12-03&carries=on").content.decode()
    assert "Thu 3 December 2026" in preview
    assert "Thu 17 December 2026" in preview
    kickoff.refresh_from_db()
    assert kickoff.due_on == date(2026, 12, 1)

    moved = page(address, {"due_on": "2026-12-03", "carries": "on"})
    assert moved["Location"].endswith("?undo=2#milestones")
    page("undo/", {"version": "2"})
    assert [one.due_on.day for one in plan.milestones.order_by("due_on")] == [1, 15]


def test_a_deliverable_is_ticked_and_unticked(page, plan, kickoff):
    Milestone.objects.filter(id=kickoff.id).update(deliverables=["Plan"])
    for sent, delivered in (({"done": "1"}, ["Plan"]), ({}, [])):
        page(f"milestones/{kickoff.id}/work/", {"do": "tick", "deliverable": "Plan"} | sent)
        kickoff.refresh_from_db()
        assert kickoff.delivered == delivered
