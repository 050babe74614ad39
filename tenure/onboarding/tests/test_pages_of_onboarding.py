"""The pipeline, and the page of one onboarding with what is done there."""

import pytest

from tenure.onboarding.models import Onboarding, ValueEntry
from tenure.plans.models import Milestone
from tests.moments import TODAY


@pytest.fixture
def page_of(client, alice, acme):
    client.force_login(alice)
    return f"/customers/{acme.id}/onboarding/"


def test_before_it_begins_its_days_are_shown(client, page_of, staffed):
    shown = client.get(page_of + "?again=1&kickoff_on=2026-12-05").content.decode()

    assert "Kickoff complete" in shown
    assert "7 December 2026" in shown  # the 5th is a Saturday
    assert not Onboarding.objects.exists()


def test_it_is_started_once_by_two_clicks(client, page_of, staffed):
    for _ in range(2):
        assert client.post(page_of, {"kickoff_on": "2026-12-01"}).status_code == 302

    assert Onboarding.objects.count() == 1
    assert "Technical setup complete" in client.get(page_of).content.decode()


def test_the_pipeline_costs_the_same_however_many(
    client, page_of, onboarding, django_assert_max_num_queries
):
    with django_assert_max_num_queries(8):
        shown = client.get("/onboarding/").content.decode()

    assert "Acme" in shown


def test_a_milestone_is_moved_with_those_after_it(client, page_of, onboarding):
    step = Milestone.objects.get(code="technical_setup")
    told = {"do": "move", "due_on": "2026-12-22", "carries": "on"}
    client.post(f"{page_of}steps/{step.id}/", told)

    days = dict(Milestone.objects.values_list("code", "due_on"))
    assert days["kickoff"].isoformat() == "2026-12-01"
    assert days["technical_setup"].isoformat() == "2026-12-22"
    assert days["training"].isoformat() == "2026-12-28"


def test_it_is_paused_only_with_a_reason_and_taken_up_again(client, page_of, onboarding):
    client.post(page_of + "work/", {"do": "pause", "reason": ""})
    assert Onboarding.objects.get().state == "IN_PROGRESS"

    client.post(page_of + "work/", {"do": "pause", "reason": "A merger"})
    assert "A merger" in client.get(page_of).content.decode()
    client.post(page_of + "work/", {"do": "resume"})
    assert Onboarding.objects.get().state == "IN_PROGRESS"


def test_a_value_is_recorded_and_a_wrong_one_is_refused(client, page_of, onboarding, acme):
    address = f"/customers/{acme.id}/values/add/"
    client.post(address, {"what": "", "achieved_on": TODAY.isoformat()})
    assert not ValueEntry.objects.exists()

    client.post(address, {"what": "20 hours saved", "amount": "20", "unit": "hours", "kind": "TIME",
                          "achieved_on": "2026-01-05"})  # fmt: skip
    assert "time saved" in client.get(page_of).content.decode()


def test_who_does_not_look_after_the_customer_starts_nothing(client, bob, staffed, acme):
    client.force_login(bob)

    assert client.get(f"/customers/{acme.id}/onboarding/").status_code == 200
    assert client.post(f"/customers/{acme.id}/onboarding/", {}).status_code == 403
