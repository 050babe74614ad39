"""What a customer's page says before all else."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tenure.onboarding.starting import start_onboarding
from tenure.recovery import actions as recovery


@pytest.fixture
def page(client, alice, acme):
    client.force_login(alice)
    return lambda: client.get(f"/customers/{acme.id}/").content.decode()


def test_a_customer_that_is_well_gets_no_banner(page):
    assert 'class="banner' not in page()


def test_an_open_case_is_named_with_what_is_promised_next(page, acme, alice):
    now = timezone.now()
    case = recovery.open_case(customer=acme, reason="They said so", by=alice, at=now)
    shown = page()
    assert f"/recovery/{case.id}/" in shown
    assert "the assessment is promised by" in shown
    assert "which is late" not in shown

    type(case).objects.update(assess_by=now - timedelta(hours=1))
    assert "which is late" in page()


def test_only_an_onboarding_behind_is_named(page, acme, alice):
    now = timezone.now()
    start_onboarding(customer=acme, kickoff_on=now.date() - timedelta(days=60), by=alice, at=now)
    shown = page()
    assert f"/customers/{acme.id}/onboarding/" in shown
    assert "days late" in shown
