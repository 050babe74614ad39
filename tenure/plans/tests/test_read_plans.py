"""Reading plans: GET /customers/{id}/success-plans and GET /success-plans/{planId}."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from tenure.foundation.database.prepared import first_row
from tenure.foundation.rest.versions import version_of
from tenure.plans.models import Milestone, SuccessPlan
from tenure.plans.schemas import PLANS

NEWER = date(2026, 11, 2)


def titles(answer) -> list[str]:
    return [plan["title"] for plan in answer.json()["data"]]


def test_the_list_has_the_newest_start_first(api, erin, acme, plan):
    for title, start in (("Newer", NEWER), ("Older", date(2026, 10, 31))):
        SuccessPlan.objects.create(customer=acme, title=title, starts_on=start)

    answer = api(erin).get(f"/customers/{acme.id}/success-plans")
    assert answer.status_code == 200
    assert titles(answer) == ["Newer", "Go live", "Older"]


def test_milestones_stand_in_the_order_of_their_days(api, erin, plan):
    Milestone.objects.create(plan=plan, title="First", due_on=date(2026, 11, 5))

    shown = api(erin).get(f"/success-plans/{plan.id}").json()["data"]
    assert [step["title"] for step in shown["milestones"]] == ["First", "Kickoff", "Training"]


def test_a_customer_without_plans_has_an_empty_list(api, erin, acme):
    assert api(erin).get(f"/customers/{acme.id}/success-plans").json()["data"] == []


def test_a_plan_is_read_with_its_version(api, erin, plan):
    plan.refresh_from_db()

    answer = api(erin).get(f"/success-plans/{plan.id}")
    assert (answer.status_code, answer["ETag"]) == (200, version_of(plan.updated_at))


def test_the_answer_says_what_the_orm_says(plan, kickoff):
    json, version = first_row(PLANS.one("where s.id = %s"), [plan.id])
    read = PLANS.schema.model_validate_json(json)

    step = read.milestones[0]
    kickoff.refresh_from_db()
    plan.refresh_from_db()
    assert (read.title, read.starts_on, read.updated_at) == (
        plan.title, plan.starts_on, plan.updated_at,
    )  # fmt: skip
    assert (step.id, step.title, step.due_on) == (kickoff.id, "Kickoff", kickoff.due_on)
    assert version == plan.updated_at


@pytest.mark.parametrize("path", ["/success-plans/{}", "/customers/{}/success-plans"])
def test_what_is_not_there_is_404_and_what_is_no_id_422(api, erin, path):
    caller = api(erin)

    assert caller.get(path.format(uuid4())).status_code == 404
    assert caller.get(path.format("nonsense")).status_code == 422


def test_a_customers_contact_finds_nothing(api, carl, acme, plan):
    caller = api(carl)

    assert caller.get(f"/success-plans/{plan.id}").status_code == 404
    assert caller.get(f"/customers/{acme.id}/success-plans").status_code == 404


def test_nobody_reads_without_a_token_or_outside_its_areas(api, erin, plan):
    path = f"/success-plans/{plan.id}"

    assert api().get(path).status_code == 401
    assert api(erin, areas=["health"]).get(path).status_code == 403
    assert api(erin, areas=["plans"]).get(path).status_code == 200


def test_days_before_daylight_saving_stay_their_days(api, erin, acme):
    SuccessPlan.objects.create(customer=acme, title="Summer", starts_on=NEWER - timedelta(days=120))

    (shown,) = api(erin).get(f"/customers/{acme.id}/success-plans").json()["data"]
    assert shown["startDate"] == "2026-07-05T00:00:00+00:00"
