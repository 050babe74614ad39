"""Starting a plan with its milestones: POST /customers/{id}/success-plans."""

from datetime import date
from uuid import uuid4

import pytest

from tenure.foundation.audit.models import Deed
from tenure.plans.models import Milestone, SuccessPlan
from tests.api_client import errors_in

STEP = {
    "title": "Import policies", "description": "All of them", "dueDate": "2026-12-10",
    "status": "COMPLETED", "completedDate": "2026-12-09", "owner": "Carla", "priority": "CRITICAL",
    "deliverables": ["a report"],
}  # fmt: skip
PLAN = {
    "title": "Grow", "description": "More seats", "planType": "EXPANSION", "status": "DRAFT",
    "startDate": "2026-12-01", "endDate": "2027-03-01T23:30:00-02:00",
    "businessObjectives": ["Fewer calls"], "successMetrics": {"calls": 5},
    "baselineValue": {"calls": 9}, "stakeholders": ["Zoe"], "notes": "Quietly",
}  # fmt: skip
LEAST = {"title": "Go live", "startDate": "2026-12-01"}


@pytest.fixture
def start(api, alice, acme):
    """Sends a plan for Acme: `start(title="Grow", milestones=[…])` adds to the least there is."""
    path = f"/customers/{acme.id}/success-plans"
    return lambda query="", **fields: api(alice).post(path + query, LEAST | fields)


def nothing_is_left() -> bool:
    left = SuccessPlan.objects.exists() or Milestone.objects.exists()
    return not left and not Deed.objects.filter(code="plan.started").exists()


def test_it_answers_every_field_that_was_sent(start, acme):
    answer = start(**PLAN)
    shown = answer.json()["data"]

    days = {"startDate": "2026-12-01T00:00:00+00:00", "endDate": "2027-03-02T00:00:00+00:00"}
    assert (answer.status_code, answer.json()["success"]) == (201, True)
    assert PLAN | days == {name: shown[name] for name in PLAN}
    assert shown["customerId"] == str(acme.id)
    assert {*shown} == {*PLAN, "id", "customerId", "milestones", "createdAt", "updatedAt"}


def test_its_milestones_come_with_every_field(start):
    plan = start(milestones=[STEP]).json()["data"]
    (shown,) = plan["milestones"]

    days = {
        "dueDate": "2026-12-10T00:00:00+00:00", "completedDate": "2026-12-09T00:00:00+00:00",
    }  # fmt: skip
    assert STEP | days == {name: shown[name] for name in STEP}
    assert shown["successPlanId"] == plan["id"]
    assert {*shown} == {*STEP, "id", "successPlanId", "createdAt", "updatedAt"}


def test_what_is_not_sent_has_the_contracts_defaults(start):
    step = {"title": "Kickoff", "dueDate": "2056-12-10"}
    shown = start(milestones=[step]).json()["data"]

    assert (shown["planType"], shown["status"]) == ("ONBOARDING", "ACTIVE")
    assert (shown["endDate"], shown["notes"], shown["stakeholders"]) == (None, None, None)
    assert shown["businessObjectives"] == []
    (milestone,) = shown["milestones"]
    assert (milestone["status"], milestone["priority"]) == ("PENDING", "MEDIUM")
    assert (milestone["owner"], milestone["deliverables"]) == (None, [])


def test_it_is_one_deed_of_the_caller(start, acme):
    start(milestones=[STEP])

    deed = Deed.objects.get(code="plan.started")
    assert (deed.by_name, deed.customer_id) == ("Alice by token “test”", acme.id)


@pytest.mark.parametrize(
    ("field", "sent"),
    [
        ("title", {"title": "  "}), ("title", {"title": None}), ("startDate", {"startDate": "soon"}),
        ("planType", {"planType": "SECRET"}), ("status", {"status": "active"}),
        ("businessObjectives", {"businessObjectives": "one"}), ("colour", {"colour": "red"}),
        ("successMetrics", {"successMetrics": "many"}), ("endDate", {"endDate": "2026-11-30"}),
        ("milestones.0.title", {"milestones": [STEP | {"title": ""}]}),
        ("milestones.1.dueDate", {"milestones": [STEP, {"title": "Later"}]}),
        ("milestones.1.completedDate", {"milestones": [STEP, STEP | {"status": "PENDING"}]}),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_and_nothing_is_left(start, field, sent):
    answer = start(**sent)

    assert answer.status_code == 422
    assert any(name.startswith(field) for name in errors_in(answer))
    assert nothing_is_left()


def test_a_completed_plan_starts_without_open_milestones(start):
    steps = [STEP, {"title": "Kickoff", "dueDate": "2026-12-10"}]
    answer = start(status="COMPLETED", milestones=steps)

    assert answer.status_code == 409
    assert "“Kickoff”" in answer.json()["error"]
    assert nothing_is_left()


def test_a_completed_plan_completes_them_when_told_to(start):
    steps = [STEP, {"title": "Kickoff", "dueDate": "2026-12-10"}]
    shown = start("?completeMilestones=true", status="COMPLETED", milestones=steps).json()["data"]

    assert [step["status"] for step in shown["milestones"]] == ["COMPLETED", "COMPLETED"]
    assert Milestone.objects.get(title="Import policies").completed_on == date(2026, 12, 9)


def test_the_same_request_again_starts_nothing_new(api, alice, acme):
    path, key = f"/customers/{acme.id}/success-plans", {"Idempotency_Key": "go-live"}
    first, second = (api(alice).post(path, LEAST, **key) for _ in range(2))

    assert first.content == second.content
    assert first["ETag"] == second["ETag"]
    assert SuccessPlan.objects.count() == 1


def test_a_plan_of_nobody_is_not_started(api, alice):
    assert api(alice).post(f"/customers/{uuid4()}/success-plans", LEAST).status_code == 404


@pytest.mark.parametrize("who", ["bob", "erin", "carl"])
def test_who_does_not_look_after_the_customer_starts_nothing(api, acme, who, request):
    caller = request.getfixturevalue(who)
    answer = api(caller).post(f"/customers/{acme.id}/success-plans", LEAST)

    assert answer.status_code == 403
    assert nothing_is_left()
