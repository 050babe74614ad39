"""Writing down a favour: POST /customers/{id}/advocacy-activities."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from tenure.advocacy.models import AdvocacyActivity, AdvocacyStatus, AdvocacyType
from tenure.foundation.audit.models import Deed
from tests.api_client import errors_in
from tests.moments import TODAY

LEAST = {"activityType": "CASE_STUDY", "title": "How Acme saved a day"}
ACTIVITY = LEAST | {
    "description": "Two pages", "status": "COMPLETED", "date": "2026-11-20",
    "contactPerson": "Zoe", "contactEmail": "zoe@acme.example", "outcome": "Published",
    "value": 1200.5, "caseStudyUrl": "https://x.example/case", "referenceNotes": "Call first",
    "testimonialUrl": "https://x.example/quote",
}  # fmt: skip
ENDED = ("COMPLETED", "DECLINED", "CANCELLED")


@pytest.fixture
def send(api, alice, acme):
    path = f"/customers/{acme.id}/advocacy-activities"
    return lambda **fields: api(alice).post(path, LEAST | fields)


def test_it_answers_every_field_that_was_sent(send, acme):
    answer = send(**ACTIVITY)
    shown = answer.json()["data"]

    assert (answer.status_code, answer.json()["success"]) == (201, True)
    day = {"date": "2026-11-20T00:00:00+00:00"}
    assert ACTIVITY | day == {name: shown[name] for name in ACTIVITY}
    assert shown["customerId"] == str(acme.id)
    assert {*shown} == {*ACTIVITY, "id", "customerId", "dealId", "createdAt", "updatedAt"}


def test_what_is_not_sent_is_pending_and_unknown(send):
    shown = send().json()["data"]

    assert shown["status"] == "PENDING"
    assert [shown[name] for name in {*ACTIVITY} - {*LEAST, "status"}] == [None] * 9


def test_it_is_a_deed_of_the_caller(send, acme):
    send()

    deed = Deed.objects.get(code="advocacy.recorded")
    assert (deed.by_name, deed.customer_id) == ("Alice by token “test”", acme.id)


@pytest.mark.parametrize(
    ("field", "sent"),
    [
        ("title", {"title": ""}), ("title", {"title": "x" * 201}), ("value", {"value": -1}),
        ("value", {"value": "1200"}), ("activityType", {"activityType": "GIFT"}),
        ("status", {"status": None}), ("date", {"date": "20.11.2026"}),
        ("contactEmail", {"contactEmail": "zoe"}), ("happensOn", {"happensOn": "2026-11-20"}),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_and_nothing_is_left(send, field, sent):
    answer = send(**sent)

    assert (answer.status_code, [*errors_in(answer)]) == (422, [field])
    assert not AdvocacyActivity.objects.exists()
    assert not Deed.objects.filter(code="advocacy.recorded").exists()


@pytest.mark.parametrize("status", ENDED)
def test_what_ended_without_a_day_ended_today(record, status):
    activity = record(AdvocacyType.WEBINAR, AdvocacyStatus(status))

    assert activity.happens_on == TODAY


def test_what_ended_on_a_day_keeps_it(record):
    day = date(2026, 11, 9)

    assert record(AdvocacyType.WEBINAR, AdvocacyStatus.DECLINED, happens_on=day).happens_on == day


def test_over_the_api_today_is_today(send):
    before = datetime.now(UTC).date()
    shown = send(status="DECLINED").json()["data"]

    day = datetime.fromisoformat(shown["date"]).date()
    assert before <= day <= datetime.now(UTC).date()


def test_the_same_request_again_records_nothing_new(api, alice, acme):
    path, key = f"/customers/{acme.id}/advocacy-activities", {"Idempotency_Key": "case"}
    first, second = (api(alice).post(path, LEAST, **key) for _ in range(2))

    assert first.json() == second.json()
    assert AdvocacyActivity.objects.count() == 1


def test_of_nobody_nothing_is_recorded(api, alice):
    assert api(alice).post(f"/customers/{uuid4()}/advocacy-activities", LEAST).status_code == 404


@pytest.mark.parametrize("who", ["bob", "erin", "carl"])
def test_who_does_not_look_after_the_customer_records_nothing(api, acme, who, request):
    caller = api(request.getfixturevalue(who))

    assert caller.post(f"/customers/{acme.id}/advocacy-activities", LEAST).status_code == 403
    assert not AdvocacyActivity.objects.exists()
