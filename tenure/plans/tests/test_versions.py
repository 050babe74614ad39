"""Versions of a plan are kept when it says something else, and signed by both sides."""

from datetime import date
from decimal import Decimal

import pytest

from tenure.foundation.refusals import Conflict, Invalid
from tenure.plans import actions
from tenure.plans.actions import ChangedSinceSeen
from tenure.plans.models import MilestoneStatus, PlanStatus, SignOff
from tenure.plans.words import Side
from tests.moments import NOON, TODAY


def numbers(plan) -> list[int]:
    return list(plan.versions.order_by("number").values_list("number", flat=True))


def newest(plan) -> dict:
    return plan.versions.order_by("-number")[0].content


def sign(plan, by, **told):
    fields = {"side": Side.CUSTOMER, "name": "Zoe", "signed_on": TODAY} | told
    return actions.sign_plan(plan=plan, by=by, at=NOON, **fields)


def test_the_first_version_is_what_it_began_with(plan):
    said = newest(plan)

    assert numbers(plan) == [1]
    assert (said["title"], said["starts_on"], said["objectives"]) == ("Go live", "2026-11-01", [])
    steps = [(step["title"], step["due_on"], step["after"]) for step in said["milestones"]]
    assert steps == [("Kickoff", "2026-12-01", []), ("Training", "2026-12-15", [])]


def test_what_is_agreed_makes_a_version(plan, kickoff, alice):
    told = {"by": alice, "at": NOON}
    actions.change_plan(plan=plan, changes={"title": "Go"}, **told)
    actions.change_milestone(milestone=kickoff, changes={"due_on": date(2026, 12, 2)}, **told)
    actions.add_objective(plan=plan, fields={"title": "Use", "target": Decimal("2.50")}, **told)
    actions.change_milestone(milestone=kickoff, changes={"status": "CANCELLED"}, **told)

    assert numbers(plan) == [1, 2, 3, 4, 5]
    assert [step["title"] for step in newest(plan)["milestones"]] == ["Training"]
    assert newest(plan)["objectives"][0]["target"] == "2.5"


def test_how_far_it_is_makes_none(plan, kickoff, alice):
    told = {"by": alice, "at": NOON}
    goal = actions.add_objective(plan=plan, fields={"title": "Use"}, **told)
    actions.measure_objective(objective=goal, value=Decimal(1), measured_on=TODAY, **told)
    actions.complete_milestone(milestone=kickoff, completed_on=TODAY, **told)
    actions.change_milestone(milestone=kickoff, changes={"status": "PENDING"}, **told)
    actions.change_plan(plan=plan, changes={"notes": "Quietly"}, **told)
    actions.move_plan(plan=plan, status=PlanStatus.ON_HOLD, **told)

    assert numbers(plan) == [1, 2]


def test_who_signs_signs_the_newest_version(plan, alice):
    signed = sign(plan, alice, version=1, role="COO")

    assert (signed.version.number, signed.name, signed.recorded_by) == (1, "Zoe", "Alice")


def test_who_saw_an_older_version_signs_nothing(plan, alice):
    actions.change_plan(plan=plan, changes={"title": "Go"}, by=alice, at=NOON)

    with pytest.raises(ChangedSinceSeen, match="version 1 became version 2"):
        sign(plan, alice, version=1)
    assert not SignOff.objects.exists()


def test_a_day_that_has_not_come_and_nobody_are_refused(plan, alice):
    for told in ({"signed_on": date(2026, 11, 24)}, {"name": "  "}):
        with pytest.raises(Invalid) as refused:
            sign(plan, alice, **told)
        assert refused.value.fields.keys() == told.keys()
    assert not SignOff.objects.exists()


def test_nobody_signs_a_version_twice(plan, alice):
    sign(plan, alice)
    with pytest.raises(Conflict, match="has signed this version already"):
        sign(plan, alice)

    assert sign(plan, alice, side=Side.US, name="Alice").version.number == 1


def test_a_cancelled_milestone_that_is_taken_up_again_is_agreed_anew(plan, kickoff, alice):
    for status in (MilestoneStatus.CANCELLED, MilestoneStatus.PENDING):
        changes = {"status": status}
        actions.change_milestone(milestone=kickoff, changes=changes, by=alice, at=NOON)

    assert numbers(plan) == [1, 2, 3]
    assert newest(plan) == plan.versions.get(number=1).content
