"""Moving a milestone, with those after it or without, and all of them back."""

from datetime import date

import pytest

from tenure.plans import actions
from tenure.plans.actions import NothingToUndo, NotOpen, PlannedMilestone
from tenure.plans.models import PlanType
from tests.moments import NOON, TODAY


@pytest.fixture
def plan(acme, alice):
    """On 1, 4, 11 and 18 December, the first a Tuesday, the others Fridays; the second is done."""
    days = {"Kickoff": 1, "Setup": 4, "Training": 11, "Go-live": 18}
    steps = [PlannedMilestone(title=t, due_on=date(2026, 12, d)) for t, d in days.items()]
    plan = actions.start_plan(
        customer=acme, title="Go live", plan_type=PlanType.ANNUAL, starts_on=date(2026, 11, 23),
        ends_on=date(2026, 12, 18), milestones=steps, by=alice, at=NOON,
    )  # fmt: skip
    done = plan.milestones.get(title="Setup")
    actions.complete_milestone(milestone=done, completed_on=TODAY, by=alice, at=NOON)
    return plan


def days(plan) -> dict[str, int]:
    return {step.title: step.due_on.day for step in plan.milestones.order_by("due_on")}


def move(milestone, by, day, **told):
    return actions.move_milestone(
        milestone=milestone, due_on=date(2026, 12, day), by=by, at=NOON, **told
    )


def test_those_after_it_move_by_as_many_days_to_working_days(plan, kickoff, alice):
    moved = move(kickoff, alice, 3)

    # Two days on: Friday the 11th becomes Sunday the 13th, so Monday; the 18th becomes Monday 21st.
    assert days(plan) == {"Kickoff": 3, "Setup": 4, "Training": 14, "Go-live": 21}
    assert [one.title for one in moved] == ["Kickoff", "Training", "Go-live"]


def test_the_plan_ends_with_its_last_milestone(plan, kickoff, alice):
    move(kickoff, alice, 3)

    plan.refresh_from_db()
    assert plan.ends_on == date(2026, 12, 21)


def test_alone_it_moves_alone(plan, kickoff, alice):
    move(kickoff, alice, 3, carries=False)

    assert days(plan) == {"Kickoff": 3, "Setup": 4, "Training": 11, "Go-live": 18}


def test_what_moved_goes_back(plan, kickoff, alice):
    move(kickoff, alice, 3)
    back = actions.restore_days(plan=plan, version=2, by=alice, at=NOON)

    plan.refresh_from_db()
    assert days(plan) == {"Kickoff": 1, "Setup": 4, "Training": 11, "Go-live": 18}
    assert (len(back), plan.ends_on) == (3, date(2026, 12, 18))


def test_after_another_change_nothing_goes_back(plan, kickoff, alice):
    move(kickoff, alice, 3)
    move(plan.milestones.get(title="Go-live"), alice, 22)

    with pytest.raises(NothingToUndo):
        actions.restore_days(plan=plan, version=2, by=alice, at=NOON)
    assert days(plan)["Kickoff"] == 3


def test_what_is_completed_keeps_its_day(plan, alice):
    with pytest.raises(NotOpen, match="“Setup” is completed"):
        move(plan.milestones.get(title="Setup"), alice, 8)

    assert days(plan)["Setup"] == 4
