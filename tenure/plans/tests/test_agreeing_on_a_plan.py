"""Signing a plan, putting it on hold, and who may do neither."""

import pytest

from tenure.foundation.web.templatetags.saying import today
from tenure.plans import actions
from tenure.plans.models import SignOff
from tests.moments import NOON


@pytest.fixture
def page(client, alice, plan):
    """Sends to, or gets from, a page of the plan: `page("edit/", {...})`."""
    client.force_login(alice)

    def asked(path="", sent=None, **headers):
        address = f"/plans/{plan.id}/{path}"
        return client.get(address, headers=headers) if sent is None else client.post(address, sent)

    return asked


def test_signing_and_what_changed_since_is_said(page, plan, alice):
    sent = {"side": "CUSTOMER", "name": "Zoe", "signed_on": today().isoformat(), "version": "1"}
    assert page("sign/", sent).status_code == 302
    actions.change_plan(plan=plan, changes={"title": "Go"}, by=alice, at=NOON)

    assert "Changed since the sign-off" in page().content.decode()
    differs = page("versions/?from=1&to=2").content.decode()
    assert "Go live" in differs
    assert "Zoe" in differs
    assert page("sign/", sent | {"name": "Yan"}).status_code == 422
    assert SignOff.objects.count() == 1


def test_a_plan_goes_on_hold_and_a_completed_one_needs_its_milestones(page, plan):
    page("work/", {"do": "complete"})
    plan.refresh_from_db()
    assert plan.status == "ACTIVE"

    page("work/", {"do": "hold"})
    page("activate/", {})
    page("work/", {"do": "complete-all"})
    plan.refresh_from_db()
    assert plan.status == "COMPLETED"


def test_a_colleague_reads_and_changes_nothing(client, bob, plan, kickoff):
    client.force_login(bob)

    assert client.get(f"/plans/{plan.id}/").status_code == 200
    assert client.get(f"/plans/{plan.id}/edit/").status_code == 403
    for path in ("work/", "sign/", "undo/", f"milestones/{kickoff.id}/work/", "objectives/add/"):
        assert client.post(f"/plans/{plan.id}/{path}", {"do": "cancel"}).status_code == 403
    plan.refresh_from_db()
    assert plan.status == "ACTIVE"


def test_a_milestone_of_another_plan_is_not_found(page, acme, alice):
    other = actions.start_plan(
        customer=acme, title="Other", plan_type="ANNUAL", starts_on=today(),
        milestones=[actions.PlannedMilestone(title="Else", due_on=today())], by=alice, at=NOON,
    )  # fmt: skip

    assert page(f"milestones/{other.milestones.get().id}/").status_code == 404
