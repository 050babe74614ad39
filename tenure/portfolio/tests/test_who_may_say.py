"""Who may say something of a customer's health, who may read it, and what that asks of the database."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tenure.health import judging, overriding
from tenure.health.models import Override, Pulse
from tenure.portfolio.tests.said_forms import by_hand, pulse
from tests.moments import NOON


@pytest.mark.parametrize("path", ["pulse", "pulse/withdraw", "override", "override/end"])
@pytest.mark.parametrize("who", ["bob", "erin", "carl"])
def test_who_may_not_change_the_customer_may_only_read(request, acme, sign_in, who, path):
    client = sign_in(request.getfixturevalue(who))
    form = pulse() if path.startswith("pulse") else by_hand()

    assert client.post(f"/customers/{acme.id}/{path}/", form).status_code in (403, 404)
    assert not Pulse.objects.exists()
    assert not Override.objects.exists()


@pytest.mark.parametrize("path", ["pulse", "override"])
def test_an_executive_reads_what_was_said_and_gets_no_form(acme, alice, erin, sign_in, path):
    judging.give_pulse(customer=acme, rating=4, reason="They renew", by=alice, at=NOON)

    shown = sign_in(erin).get(f"/customers/{acme.id}/{path}/")

    assert shown.status_code == 200
    assert "<textarea" not in shown.text


def asked(client, address: str) -> int:
    with CaptureQueriesContext(connection) as questions:
        assert client.get(address).status_code == 200
    return len(questions)


@pytest.mark.parametrize("path", ["pulse", "override"])
def test_a_page_asks_as_much_for_much_as_for_little(acme, alice, sign_in, path):
    def fill(count: int) -> None:
        for _ in range(count):
            at = timezone.now()
            until = at + timedelta(days=1)
            judging.give_pulse(customer=acme, rating=4, reason="x", by=alice, at=at)
            override = overriding.set_override(
                customer=acme, score=5, reason="x", expires_at=until, by=alice, at=at
            )
            overriding.end_override(override=override, by=alice, at=at)

    fill(1)
    few = asked(sign_in(alice), f"/customers/{acme.id}/{path}/")
    fill(5)

    assert asked(sign_in(alice), f"/customers/{acme.id}/{path}/") == few <= 9
