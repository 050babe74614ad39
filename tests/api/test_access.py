"""Who may do what over the API: tokens with less than their person, roles, books, sessions."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tenure.customers.models import Customer
from tenure.people.actions import revoke_token
from tenure.people.models import ApiToken

NEW = {"name": "Globex", "email": "hi@globex.example", "contractStartDate": "2026-01-31"}
LIST = "/api/v1/customer-success/customers"
EVERY_READ = [
    "/customers", "/customers/{id}", "/customers/{id}/profile", "/customers/{id}/health-scores",
    "/customers/{id}/success-plans", "/customers/{id}/business-reviews",
    "/customers/{id}/advocacy-activities", "/statistics", "/onboarding-metrics",
    "/advocacy-metrics", "/expansion-opportunities", "/health-alerts",
]  # fmt: skip


def test_a_stranger_is_told_to_bring_a_token(api, alice):
    speaker = api(alice)
    speaker.token = "made-up"

    said = speaker.refusal(401, "GET", "/customers")
    assert speaker.last["WWW-Authenticate"] == 'Bearer realm="Tenure"'
    assert "unknown, revoked or expired" in said["error"]


def test_without_a_token_there_is_nothing(api, client):
    assert client.get(LIST).status_code == 401


@pytest.mark.parametrize("path", EVERY_READ)
@pytest.mark.parametrize("who", ["ada", "mona", "alice", "erin"])
def test_the_team_reads_everything(api, request, acme, who, path):
    speaker = api(request.getfixturevalue(who))

    speaker.data("GET", path.format(id=acme.id))


@pytest.mark.parametrize("path", EVERY_READ)
def test_a_customer_contact_reads_nothing_that_was_not_shared(api, acme, carl, path):
    speaker = api(carl)

    answer = speaker.send("GET", path.format(id=acme.id))
    if path == "/customers":
        assert answer.json()["data"] == []
        assert answer.json()["pagination"]["total"] == 0
    else:
        assert answer.status_code in (403, 404)


@pytest.mark.parametrize(
    ("who", "status"), [("mona", 200), ("alice", 200), ("bob", 403), ("erin", 403), ("carl", 403)]
)
def test_a_csm_writes_the_own_book_and_an_executive_nothing(api, request, acme, who, status):
    speaker = api(request.getfixturevalue(who))

    assert speaker.send("PUT", f"/customers/{acme.id}", {"phone": "1"}).status_code == status


def test_a_csms_new_customer_is_in_the_own_book(api, bob):
    made = api(bob).data("POST", "/customers", NEW)

    assert Customer.objects.get(id=made["id"]).success_profile.csm == bob


def test_a_token_that_only_reads_does_not_write(api, mona):
    speaker = api(mona, may_write=False)

    assert speaker.send("GET", "/customers").status_code == 200
    said = speaker.refusal(403, "POST", "/customers", NEW)
    assert said["error"] == "This token may only read."


def test_a_token_covers_its_areas_alone(api, mona):
    speaker = api(mona, areas=["analytics"])

    assert speaker.send("GET", "/statistics").status_code == 200
    speaker.refusal(403, "GET", "/customers")


@pytest.mark.parametrize("end", ["expired", "revoked", "let go"])
def test_a_token_that_ended_opens_nothing(api, mona, end):
    speaker = api(mona)
    token = ApiToken.objects.get()
    if end == "expired":
        now = timezone.now()
        ApiToken.objects.update(created_at=now - timedelta(days=1), expires_at=now)
    elif end == "revoked":
        revoke_token(token=token, by=mona, at=timezone.now())
    else:
        type(mona).objects.update(is_active=False)

    speaker.refusal(401, "GET", "/customers")


def test_its_use_is_noted(api, mona):
    api(mona).send("GET", "/customers")

    assert ApiToken.objects.get().last_used_at is not None


def test_a_session_reads_and_writes_only_with_the_csrf_token(api, mona):
    api(mona)
    client = Client(enforce_csrf_checks=True)
    client.force_login(mona)

    assert client.get(LIST).status_code == 200
    answer = client.post(LIST, NEW, content_type="application/json")
    assert answer.status_code == 403
    assert Customer.objects.count() == 0


def test_a_deed_tells_the_token_and_the_request(api, mona):
    from tenure.foundation.audit.models import Deed

    speaker = api(mona)
    speaker.data("POST", "/customers", NEW)

    deed = Deed.objects.get(code="customer.created")
    assert (deed.by_id, deed.by_name, deed.via) == (mona.id, "Mona by token “test”", "api")
    assert deed.request_id == speaker.last["X-Request-ID"]


def test_a_token_that_is_kept_for_a_moment_is_refused_after_it(api, alice, settings, monkeypatch):
    settings.TOKENS_ARE_KEPT = timedelta(seconds=1)
    speaker = api(alice)
    speaker.data("GET", "/statistics")
    revoke_token(token=ApiToken.objects.get(), by=alice, at=timezone.now())
    speaker.data("GET", "/statistics")

    later = timezone.now() + timedelta(seconds=1)
    monkeypatch.setattr("tenure.project.api.access.timezone.now", lambda: later)
    speaker.refusal(401, "GET", "/statistics")
