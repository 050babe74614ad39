"""A figure of the programme's files acts: behaviour, page and document change with it, and nothing else."""

from datetime import timedelta

import pytest

from tenure.customers.models import Customer
from tenure.documents.reading import document
from tenure.programme import in_force
from tenure.programme.in_force import Keeper
from tenure.programme.loading import FILES
from tenure.recovery import actions as recovery
from tests.moments import NOON

pytestmark = pytest.mark.django_db
CHANGES = {
    "escalation": ("plan_within_hours = 48", "plan_within_hours = 36"),
    "tiers": ("touchpoints_a_month = 2", "touchpoints_a_month = 3"),
}


@pytest.fixture
def ours(tmp_path, monkeypatch):
    """The programme of a company that promises more."""
    for name, (old, new) in CHANGES.items():
        text = (FILES / f"{name}.toml").read_text()
        assert text.count(old) == 1
        (tmp_path / f"{name}.toml").write_text(text.replace(old, new))
    monkeypatch.setattr(in_force, "_keeper", Keeper(tmp_path, tmp_path / "kept"))


def test_a_deadline_follows_the_file(acme, alice, ours, client):
    case = recovery.open_case(customer=acme, reason="They said so", by=alice, at=NOON)

    assert case.plan_by == NOON + timedelta(hours=36)
    assert "plan within 36 hours" in document("csm-playbook", in_force.programme()).html


def test_a_promise_follows_the_file(acme, alice, ours, client):
    Customer.objects.update(tier="SMALL_BUSINESS")
    client.force_login(alice)

    assert '<b class="num">3</b> that Small business is promised' in (
        client.get(f"/customers/{acme.id}/work/").content.decode()
    )
    assert "touchpoints a month: 2 → 3" in client.get("/programme/").content.decode()
