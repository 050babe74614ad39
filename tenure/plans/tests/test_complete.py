"""Completing milestones, and the plan when all of them are."""

from datetime import date, timedelta

import pytest

from tenure.foundation.audit.models import Deed
from tenure.foundation.refusals import Conflict
from tenure.plans import actions
from tenure.plans.models import Milestone, PlanStatus, PlanType, SuccessPlan
from tests.moments import NOON, TODAY

DUE = date(2026, 12, 1)
DAY = timedelta(days=1)


@pytest.fixture
def plan(acme, alice):
    """A plan of Acme with two milestones."""
    steps = [actions.PlannedMilestone(title=name, due_on=DUE) for name in ("Kickoff", "Training")]
    return actions.start_plan(
        customer=acme, title="Go live", plan_type=PlanType.ONBOARDING, starts_on=TODAY,
        milestones=steps, by=alice, at=NOON,
    )  # fmt: skip


def complete(name, by, on=TODAY):
    milestone = Milestone.objects.get(title=name)
    actions.complete_milestone(milestone=milestone, completed_on=on, by=by, at=NOON)


def finish(plan, by):
    actions.change_plan(plan=plan, changes={"status": PlanStatus.COMPLETED}, by=by, at=NOON)


def deeds(code):
    return [deed.details for deed in Deed.objects.filter(code=code)]


def test_a_milestone_is_completed_on_its_day(plan, alice):
    complete("Kickoff", alice)

    kickoff = Milestone.objects.get(title="Kickoff")
    assert (kickoff.status, kickoff.completed_on, kickoff.is_completed) == (
        "COMPLETED",
        TODAY,
        True,
    )
    assert deeds("milestone.completed") == [{"subject": "Acme", "milestone": "Kickoff"}]


def test_the_other_milestones_stay_open(plan, alice):
    complete("Kickoff", alice)

    assert not Milestone.objects.get(title="Training").is_completed


def test_a_milestone_is_completed_once_and_keeps_the_first_day(plan, alice):
    complete("Kickoff", alice)

    with pytest.raises(actions.AlreadyCompleted, match="“Kickoff” is already completed"):
        complete("Kickoff", alice, on=TODAY + DAY)

    assert Milestone.objects.get(title="Kickoff").completed_on == TODAY
    assert len(deeds("milestone.completed")) == 1


def test_a_plan_with_an_open_milestone_is_not_completed(plan, alice):
    complete("Kickoff", alice)

    with pytest.raises(Conflict, match="“Go live” has milestones that are not completed"):
        finish(plan, alice)

    assert SuccessPlan.objects.get().status == "ACTIVE"
    assert deeds("plan.changed") == []


def test_a_plan_is_completed_when_all_its_milestones_are(plan, alice):
    complete("Kickoff", alice)
    complete("Training", alice)

    finish(plan, alice)

    assert SuccessPlan.objects.get().status == "COMPLETED"
    assert deeds("plan.changed") == [{"subject": "Acme", "plan": "Go live"}]


def test_a_cancelled_milestone_holds_nothing_up(plan, alice):
    complete("Kickoff", alice)
    Milestone.objects.filter(title="Training").update(status="CANCELLED")

    finish(plan, alice)

    assert SuccessPlan.objects.get().status == "COMPLETED"


def test_a_milestone_is_late_from_the_day_after_it_was_due(plan):
    kickoff = Milestone.objects.get(title="Kickoff")

    assert [kickoff.is_late(day) for day in (DUE - DAY, DUE, DUE + DAY)] == [False, False, True]


def test_what_is_completed_or_cancelled_is_not_late(plan, alice):
    complete("Kickoff", alice)
    Milestone.objects.filter(title="Training").update(status="CANCELLED")

    assert [one.is_late(DUE + DAY) for one in Milestone.objects.all()] == [False, False]
