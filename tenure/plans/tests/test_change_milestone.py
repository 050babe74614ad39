"""Changing a milestone: PUT /success-plans/{planId}/milestones/{milestoneId}."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from tenure.plans import actions
from tenure.plans.models import Milestone, MilestoneStatus, SuccessPlan
from tests.api_client import errors_in
from tests.moments import NOON, TODAY

DONE, EARLIER = {"status": "COMPLETED"}, date(2026, 11, 9)


def change(milestone, by, **changes):
    return actions.change_milestone(milestone=milestone, changes=changes, by=by, at=NOON)


def test_what_becomes_completed_gets_the_day(kickoff, alice):
    assert change(kickoff, alice, status=MilestoneStatus.COMPLETED).completed_on == TODAY


def test_the_api_gives_todays_day(api, alice, plan, kickoff):
    path, before = f"/success-plans/{plan.id}/milestones/{kickoff.id}", datetime.now(UTC).date()
    shown = api(alice).put(path, DONE).json()["data"]

    day = datetime.fromisoformat(shown["completedDate"]).date()
    assert before <= day <= datetime.now(UTC).date()


def test_a_day_that_is_sent_counts(api, alice, plan, kickoff):
    sent = DONE | {"completedDate": "2026-11-09"}
    answer = api(alice).put(f"/success-plans/{plan.id}/milestones/{kickoff.id}", sent)

    assert answer.json()["data"]["completedDate"] == "2026-11-09T00:00:00+00:00"


def test_completed_again_it_keeps_its_day(kickoff, alice):
    done = {"status": MilestoneStatus.COMPLETED}
    change(kickoff, alice, completed_on=EARLIER, **done)

    assert change(kickoff, alice, title="Kick-off", **done).completed_on == EARLIER


def test_what_is_completed_no_more_loses_its_day(kickoff, alice):
    change(kickoff, alice, status=MilestoneStatus.COMPLETED)

    assert change(kickoff, alice, status=MilestoneStatus.IN_PROGRESS).completed_on is None


def test_a_day_alone_completes_nothing(api, alice, plan, kickoff):
    sent = {"completedDate": "2026-11-20"}
    answer = api(alice).put(f"/success-plans/{plan.id}/milestones/{kickoff.id}", sent)

    kickoff.refresh_from_db()
    assert (answer.status_code, kickoff.completed_on) == (422, None)
    assert "completedDate" in errors_in(answer)


def test_a_milestone_of_another_plan_is_not_found(api, alice, acme, kickoff):
    other = SuccessPlan.objects.create(customer=acme, title="Other", starts_on=TODAY)
    caller = api(alice)

    for milestone in (kickoff.id, uuid4()):
        path = f"/success-plans/{other.id}/milestones/{milestone}"
        assert caller.put(path, {"title": "Mine"}).status_code == 404
    kickoff.refresh_from_db()
    assert kickoff.title == "Kickoff"


def test_a_change_over_somebody_elses_is_refused(api, alice, plan, kickoff):
    path = f"/success-plans/{plan.id}/milestones/{kickoff.id}"
    seen = api(alice).put(path, {"owner": "Zoe"})["ETag"]
    api(alice).put(path, {"owner": "Yan"}, If_Match=seen)

    assert api(alice).put(path, {"owner": "Xi"}, If_Match=seen).status_code == 412
    assert Milestone.objects.get(id=kickoff.id).owner == "Yan"


def test_a_milestone_of_a_completed_plan_is_not_opened_again(alice, completed_plan, kickoff):
    with pytest.raises(actions.PlanIsCompleted, match="“Go live” is completed"):
        change(kickoff, alice, status=MilestoneStatus.PENDING)

    assert change(kickoff, alice, owner="Zoe").owner == "Zoe"


@pytest.mark.parametrize(("who", "status"), [("bob", 403), ("erin", 403), ("mona", 200)])
def test_it_is_changed_by_who_may_change_its_customer(api, plan, kickoff, who, status, request):
    caller, path = api(request.getfixturevalue(who)), f"/success-plans/{plan.id}/milestones"

    assert caller.put(f"{path}/{kickoff.id}", {"owner": "?"}).status_code == status


def test_a_plan_seen_before_its_milestone_changed_is_out_of_date(api, alice, plan, kickoff):
    seen = api(alice).get(f"/success-plans/{plan.id}")["ETag"]
    api(alice).put(f"/success-plans/{plan.id}/milestones/{kickoff.id}", DONE)

    refused = api(alice).put(f"/success-plans/{plan.id}", {"notes": "x"}, If_Match=seen)
    assert refused.status_code == 412
