"""Plans from a template: on working days, with people in their roles, objectives and tasks."""

from datetime import date
from decimal import Decimal

import pytest

from tenure.customers.models import Stakeholder
from tenure.plans.models import PlanStatus
from tenure.programme.in_force import programme
from tenure.work import actions
from tenure.work.models import Task
from tests.moments import NOON, TODAY


def start(acme, alice, code, **told):
    template = programme().plans.named(code)
    fields = {"starts_on": TODAY} | told
    return actions.start_from_template(
        customer=acme, template=template, by=alice, at=NOON, **fields
    )


def test_milestones_stand_on_working_days_with_their_order(acme, alice):
    plan = start(acme, alice, "recovery")

    steps = {one.code: one for one in plan.milestones.order_by("due_on")}
    # From Monday 23 November: day 1, 2, 14, 45 and 80; 7 January is a Thursday, 11 February too.
    assert [one.due_on for one in steps.values()] == [
        date(2026, 11, 24), date(2026, 11, 25), date(2026, 12, 7), date(2027, 1, 7),
        date(2027, 2, 11),
    ]  # fmt: skip
    assert [*steps["agreed"].after.all()] == [steps["cause"]]
    assert (plan.status, plan.template, plan.title) == ("ACTIVE", "recovery", "Recovery plan, Acme")


def test_a_start_on_a_weekend_moves_to_monday(acme, alice):
    plan = start(acme, alice, "quarter", starts_on=date(2026, 11, 28))

    assert plan.starts_on == date(2026, 11, 30)


def test_people_stand_in_for_roles(acme, alice):
    Stakeholder.objects.create(customer=acme, name="Zoe", role="SPONSOR")
    plan = start(acme, alice, "recovery")

    steps = {one.code: one for one in plan.milestones.all()}
    assert (steps["sponsor_confirms"].owner, steps["sponsor_confirms"].owner_role) == (
        "Zoe",
        "SPONSOR",
    )
    assert (steps["cause"].owner, steps["cause"].owned_by) == ("Alice", alice)


def test_an_objective_has_the_programmes_target_and_no_value(acme, alice):
    goal = start(acme, alice, "recovery").objectives.get()

    target = programme().metrics.named("health_score").target_for(acme.tier)
    assert (goal.metric, goal.target) == ("health_score", Decimal(str(target.at_least)))
    assert (goal.baseline, goal.current) == (None, None)


def test_tasks_come_with_it_once(acme, alice):
    plan = start(acme, alice, "recovery")

    tasks = Task.objects.order_by("due_on")
    assert [task.title for task in tasks] == [
        one.title for one in programme().plans.named("recovery").task
    ]
    assert {task.origin for task in tasks} == {"RECOVERY"}
    assert tasks[0].origin_key == f"{plan.id}:tell_manager"


def test_a_draft_gets_its_tasks_when_it_becomes_active(acme, alice):
    plan = start(acme, alice, "quarter", is_draft=True)
    assert (plan.status, Task.objects.count()) == (PlanStatus.DRAFT, 0)

    actions.activate_plan(plan=plan, by=alice, at=NOON)
    assert (Task.objects.count(), plan.versions.count()) == (2, 1)


@pytest.mark.parametrize("template", [one.code for one in programme().plans.template])
def test_every_template_becomes_a_plan(acme, alice, template):
    plan = start(acme, alice, template)
    calendar = programme().calendar

    assert all(calendar.is_working(step.due_on) for step in plan.milestones.all())
    assert plan.ends_on >= max(step.due_on for step in plan.milestones.all())
