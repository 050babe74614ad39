"""Starting a success plan with its milestones: all of it, or nothing."""

from datetime import date

import pytest

from tenure.foundation.audit.models import Change, Deed
from tenure.foundation.refusals import Invalid
from tenure.plans import actions
from tenure.plans.actions import PlannedMilestone
from tenure.plans.models import Milestone, MilestonePriority, PlanType, SuccessPlan
from tests.moments import NOON, TODAY

KICKOFF = PlannedMilestone(title="Kickoff", due_on=date(2026, 12, 1), owner="Alice")
TRAINING = PlannedMilestone(
    title="Training",
    due_on=date(2026, 12, 15),
    priority=MilestonePriority.HIGH,
    deliverables=("Slides", "Recording"),
)


def start(customer, by, milestones=(KICKOFF, TRAINING), title="Go live", **more):
    return actions.start_plan(
        customer=customer, title=title, plan_type=PlanType.ONBOARDING, starts_on=TODAY,
        milestones=milestones, by=by, at=NOON, **more,
    )  # fmt: skip


def test_a_plan_is_active_from_its_first_day(acme, alice):
    start(acme, alice, business_objectives=["Sell more"], ends_on=date(2027, 1, 31))

    plan = SuccessPlan.objects.get()
    assert (plan.customer, plan.title, plan.status) == (acme, "Go live", "ACTIVE")
    assert (plan.starts_on, plan.ends_on, plan.created_at) == (TODAY, date(2027, 1, 31), NOON)
    assert plan.business_objectives == ["Sell more"]


def test_its_milestones_are_pending_as_they_were_planned(acme, alice):
    start(acme, alice)

    kickoff, training = Milestone.objects.order_by("due_on")
    assert (kickoff.title, kickoff.owner, kickoff.priority) == ("Kickoff", "Alice", "MEDIUM")
    assert (training.priority, training.deliverables) == ("HIGH", ["Slides", "Recording"])
    assert {kickoff.status, training.status} == {"PENDING"}
    assert not kickoff.is_completed


def test_it_is_one_deed_with_all_its_rows(acme, alice):
    start(acme, alice)

    deed = Deed.objects.get(code="plan.started")
    assert (deed.by_name, deed.customer_id) == ("Alice", acme.id)
    assert deed.details == {"subject": "Acme", "plan": "Go live"}
    told = Change.objects.filter(deed_id=deed.id).values_list("subject_name", flat=True)
    assert sorted(told) == ["Go live", "Kickoff", "Training"]


@pytest.mark.parametrize(
    "told, words",
    [
        ({"title": ""}, "title"),
        ({"title": "G" * 201}, "title"),
        ({"ends_on": date(2026, 11, 22)}, "The plan ends before it starts."),
        ({"milestones": [KICKOFF, PlannedMilestone(title="", due_on=TODAY)]}, "title"),
    ],
)
def test_what_cannot_be_is_refused_as_a_whole(told, words, acme, alice):
    with pytest.raises(Invalid, match=words):
        start(acme, alice, **told)

    assert not SuccessPlan.objects.exists()
    assert not Milestone.objects.exists()
    assert not Deed.objects.filter(code="plan.started").exists()
