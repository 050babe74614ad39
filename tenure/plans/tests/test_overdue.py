"""Overdue is computed: given out over the API, and never stored."""

from datetime import UTC, datetime, timedelta

import pytest

from tenure.plans.models import Milestone

TODAY = datetime.now(UTC).date()
YESTERDAY, TOMORROW = TODAY - timedelta(days=2), TODAY + timedelta(days=2)  # in any time zone


def told(api, person, plan) -> list[str]:
    steps = api(person).get(f"/success-plans/{plan.id}").json()["data"]["milestones"]
    return [step["status"] for step in steps]


def test_what_is_open_and_past_its_day_is_overdue(api, erin, plan):
    for status, day, done in (
        ("PENDING", YESTERDAY, None), ("IN_PROGRESS", YESTERDAY, None),
        ("COMPLETED", YESTERDAY, YESTERDAY), ("CANCELLED", YESTERDAY, None),
    ):  # fmt: skip
        Milestone.objects.create(
            plan=plan, title=status, due_on=day, status=status, completed_on=done
        )
    plan.milestones.filter(title__in=["Kickoff", "Training"]).update(due_on=TOMORROW)

    assert sorted(told(api, erin, plan)) == [
        "CANCELLED", "COMPLETED", "OVERDUE", "OVERDUE", "PENDING", "PENDING",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("was", "done", "becomes"),
    [
        ("IN_PROGRESS", None, "IN_PROGRESS"), ("PENDING", None, "PENDING"),
        ("COMPLETED", YESTERDAY, "PENDING"), ("CANCELLED", None, "PENDING"),
    ],
)  # fmt: skip
def test_who_sends_overdue_leaves_it_open(api, alice, plan, kickoff, was, done, becomes):
    Milestone.objects.filter(id=kickoff.id).update(status=was, completed_on=done, due_on=YESTERDAY)
    path = f"/success-plans/{plan.id}/milestones/{kickoff.id}"
    answer = api(alice).put(path, {"status": "OVERDUE"})

    kickoff.refresh_from_db()
    assert (answer.status_code, kickoff.status, kickoff.completed_on) == (200, becomes, None)
    assert answer.json()["data"]["status"] == "OVERDUE"


@pytest.mark.parametrize("status", ["DRAFT", "ON_HOLD", "COMPLETED", "CANCELLED"])
def test_of_a_plan_that_is_not_active_nothing_is_overdue(api, erin, plan, status):
    plan.milestones.update(due_on=YESTERDAY)
    type(plan).objects.filter(id=plan.id).update(status=status)

    assert told(api, erin, plan) == ["PENDING", "PENDING"]
