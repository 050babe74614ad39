"""Adding a milestone: POST /success-plans/{planId}/milestones."""

from uuid import uuid4

import pytest

from tenure.foundation.audit.models import Deed
from tests.api_client import errors_in
from tests.moments import TODAY

STEP = {
    "title": "Review", "description": "With Zoe", "dueDate": "2056-12-20", "status": "IN_PROGRESS",
    "completedDate": None, "owner": "Alice", "priority": "HIGH", "deliverables": ["minutes"],
}  # fmt: skip
DONE = {"status": "COMPLETED"}


def test_it_is_added_with_every_field(api, alice, plan):
    answer = api(alice).post(f"/success-plans/{plan.id}/milestones", STEP)
    shown = answer.json()["data"]

    assert answer.status_code == 201
    assert {name: shown[name] for name in STEP} == STEP | {"dueDate": "2056-12-20T00:00:00+00:00"}
    assert shown["successPlanId"] == str(plan.id)


@pytest.mark.parametrize(
    ("field", "sent"),
    [
        ("title", {"title": ""}), ("dueDate", {"dueDate": None}), ("priority", {"priority": "TOP"}),
        ("completedDate", {"completedDate": "2026-11-20"}), ("deliverables", {"deliverables": [1]}),
        ("completedDate", {"status": "COMPLETED", "completedDate": None}),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_and_nothing_is_added(api, alice, plan, field, sent):
    answer = api(alice).post(f"/success-plans/{plan.id}/milestones", STEP | sent)

    assert answer.status_code == 422
    assert any(name.startswith(field) for name in errors_in(answer))
    assert plan.milestones.count() == 2
    assert not Deed.objects.filter(code="milestone.added").exists()


def test_the_same_request_again_adds_nothing(api, alice, plan):
    path, key = f"/success-plans/{plan.id}/milestones", {"Idempotency_Key": "review"}
    first, second = (api(alice).post(path, STEP, **key) for _ in range(2))

    assert first.json() == second.json()
    assert plan.milestones.count() == 3


def test_a_completed_plan_takes_no_open_milestone(api, alice, completed_plan):
    answer = api(alice).post(f"/success-plans/{completed_plan.id}/milestones", STEP)

    assert (answer.status_code, [*errors_in(answer)]) == (409, ["status"])
    assert completed_plan.milestones.count() == 2


def test_a_completed_plan_takes_one_that_is_done(api, alice, completed_plan):
    path, sent = f"/success-plans/{completed_plan.id}/milestones", STEP | {"completedDate": TODAY}

    assert api(alice).post(path, sent | DONE).status_code == 201


@pytest.mark.parametrize("who", ["bob", "erin", "carl"])
def test_who_does_not_look_after_the_customer_adds_nothing(api, plan, who, request):
    caller = api(request.getfixturevalue(who))

    assert caller.post(f"/success-plans/{plan.id}/milestones", STEP).status_code == 403
    assert plan.milestones.count() == 2


def test_to_a_plan_that_is_not_there_nothing_is_added(api, alice):
    assert api(alice).post(f"/success-plans/{uuid4()}/milestones", STEP).status_code == 404
