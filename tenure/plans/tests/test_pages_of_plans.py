"""The list of plans: what it shows, in which order, for whom, and what it asks of the database."""

from datetime import timedelta

import pytest

from tenure.customers import actions as customers
from tenure.foundation.web.templatetags.saying import today
from tenure.plans import actions
from tenure.plans.actions import PlannedMilestone
from tenure.plans.models import PlanStatus, PlanType
from tests.moments import NOON


def start(customer, by, title, kind=PlanType.QUARTERLY, due=5, status=PlanStatus.ACTIVE):
    steps = [PlannedMilestone(title=f"Step of {title}", due_on=today() + timedelta(days=due))]
    return actions.start_plan(
        customer=customer, title=title, plan_type=kind, starts_on=today() - timedelta(days=400),
        milestones=steps, facts={"status": status}, by=by, at=NOON,
    )  # fmt: skip


@pytest.fixture
def plans(acme, alice):
    start(acme, alice, "Later", due=9)
    start(acme, alice, "Sooner", due=3)
    start(acme, alice, "Behind", PlanType.RECOVERY, due=-4)
    start(acme, alice, "Thought of", due=-30, status=PlanStatus.DRAFT)


def titles(page) -> list[str]:
    return [plan.title for plan, _ in page.context["rows"]]


@pytest.fixture
def listed(client, alice, plans):
    client.force_login(alice)
    return lambda query="": client.get(f"/plans/{query}")


def test_active_plans_stand_by_their_next_milestone(listed):
    page = listed()

    assert titles(page) == ["Behind", "Sooner", "Later"]
    assert "4 d late" in page.content.decode()
    assert page.context["late"] == 1


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?status=DRAFT", ["Thought of"]), ("?type=RECOVERY", ["Behind"]),
        ("?late=1", ["Behind"]), ("?owner=mine&type=QUARTERLY", ["Sooner", "Later"]),
        ("?status=COMPLETED", []), ("?status=NONSENSE&type=NO&customer=x", ["Behind", "Sooner", "Later"]),
    ],
)  # fmt: skip
def test_a_filter_leaves_what_it_says(listed, query, found):
    assert titles(listed(query)) == found


def test_a_draft_is_never_late(listed):
    assert (
        "late"
        not in listed("?status=DRAFT").content.decode().split("<tbody")[1].split("</tbody")[0]
    )


def test_an_empty_list_says_what_to_do(client, bob, plans):
    client.force_login(bob)
    page = client.get("/plans/?owner=mine").content.decode()

    assert "No plan is active here." in page
    assert "/plans/new/" in page


def test_who_left_is_in_the_list_of_that_customer_only(listed, acme, alice):
    left = {"churned_on": today(), "reason": "PRICE"}
    customers.end_customer(customer=acme, by=alice, at=NOON, **left)

    assert titles(listed()) == []
    assert len(titles(listed(f"?customer={acme.id}"))) == 3


def test_the_list_costs_the_same_however_long(client, alice, acme, django_assert_num_queries):
    client.force_login(alice)
    client.get("/plans/")
    for count in (1, 12):
        for n in range(count):
            start(acme, alice, f"Plan {n}", due=n)
        with django_assert_num_queries(7):
            assert len(titles(client.get("/plans/"))) >= count
