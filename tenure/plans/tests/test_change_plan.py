"""Changing a plan: PUT /success-plans/{planId}."""

from datetime import date

import pytest

from tenure.foundation.audit.models import Deed
from tenure.plans import actions
from tenure.plans.models import Milestone, MilestoneStatus, PlanStatus
from tests.api_client import errors_in
from tests.moments import NOON, TODAY

COMPLETED = {"status": "COMPLETED"}


def complete(plan, by, **more):
    changes = {"status": PlanStatus.COMPLETED}
    return actions.change_plan(plan=plan, changes=changes, by=by, at=NOON, **more)


def test_it_changes_what_is_sent_and_keeps_the_rest(api, alice, plan):
    answer = api(alice).put(f"/success-plans/{plan.id}", {"notes": "On track"})

    shown = answer.json()["data"]
    assert (answer.status_code, shown["notes"], shown["title"]) == (200, "On track", "Go live")
    assert shown["endDate"] == "2026-12-31T00:00:00+00:00"
    assert len(shown["milestones"]) == 2


def test_null_clears(api, alice, plan):
    sent = {"endDate": None, "description": None, "stakeholders": None}
    shown = api(alice).put(f"/success-plans/{plan.id}", sent).json()["data"]

    assert {name: shown[name] for name in sent} == sent


@pytest.mark.parametrize(
    ("field", "sent"),
    [
        ("title", {"title": None}), ("endDate", {"endDate": "2026-10-31"}),
        ("status", {"status": "DONE"}), ("milestones", {"milestones": []}),
        ("startDate", {"startDate": "2026-02-30"}), ("notes", {"notes": 5}),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_and_changes_nothing(api, alice, plan, field, sent):
    answer = api(alice).put(f"/success-plans/{plan.id}", {"description": "New"} | sent)

    plan.refresh_from_db()
    assert (answer.status_code, plan.description) == (422, "")
    assert field in errors_in(answer)
    assert not Deed.objects.filter(code="plan.changed").exists()


def test_it_does_not_complete_with_open_milestones(api, alice, plan):
    answer = api(alice).put(f"/success-plans/{plan.id}", COMPLETED)

    plan.refresh_from_db()
    assert (answer.status_code, plan.status) == (409, "ACTIVE")
    assert "“Kickoff”, “Training”" in answer.json()["error"]
    assert "status" in errors_in(answer)


def test_told_to_it_completes_them_too(api, alice, plan):
    shown = (api(alice).put(f"/success-plans/{plan.id}?completeMilestones=true", COMPLETED).json())[
        "data"
    ]

    assert shown["status"] == "COMPLETED"
    assert [step["status"] for step in shown["milestones"]] == ["COMPLETED", "COMPLETED"]
    assert None not in [step["completedDate"] for step in shown["milestones"]]


def test_milestones_completed_before_keep_their_day(plan, kickoff, alice):
    before = date(2026, 11, 9)
    actions.complete_milestone(milestone=kickoff, completed_on=before, by=alice, at=NOON)

    complete(plan, alice, completes_milestones=True)
    days = Milestone.objects.order_by("due_on").values_list("completed_on", flat=True)
    assert list(days) == [before, TODAY]


def test_cancelled_milestones_stand_in_nobodys_way(plan, alice):
    plan.milestones.update(status=MilestoneStatus.CANCELLED)

    assert complete(plan, alice).status == PlanStatus.COMPLETED


def test_only_the_first_ten_open_milestones_are_named(plan, alice):
    for number in range(10):
        Milestone.objects.create(
            plan=plan, title=f"Step {number}", due_on=date(2027, 1, 1 + number)
        )

    with pytest.raises(actions.OpenMilestones, match="“Step 7” and 2 more"):
        complete(plan, alice)


def test_a_change_over_somebody_elses_is_refused(api, alice, mona, plan):
    path = f"/success-plans/{plan.id}"
    seen = api(alice).get(path)["ETag"]
    now = api(mona).put(path, {"notes": "Hers"})["ETag"]

    assert api(alice).put(path, {"notes": "Mine"}, If_Match=seen).status_code == 412
    plan.refresh_from_db()
    assert plan.notes == "Hers"
    assert api(alice).put(path, {"notes": "Mine"}, If_Match=now).status_code == 200


def test_what_is_so_already_leaves_the_version(api, alice, plan):
    path = f"/success-plans/{plan.id}"
    seen = api(alice).get(path)["ETag"]

    assert api(alice).put(path, {"title": "Go live"})["ETag"] == seen


@pytest.mark.parametrize(("who", "status"), [("bob", 403), ("erin", 403), ("mona", 200)])
def test_a_plan_is_changed_by_who_may_change_its_customer(api, plan, who, status, request):
    caller = request.getfixturevalue(who)

    assert api(caller).put(f"/success-plans/{plan.id}", {"notes": "?"}).status_code == status


def test_a_token_that_may_only_read_changes_nothing(api, alice, plan):
    answer = api(alice, may_write=False).put(f"/success-plans/{plan.id}", {"notes": "?"})

    assert answer.status_code == 403
