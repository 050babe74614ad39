"""Writing down a review: POST /customers/{id}/business-reviews."""

from uuid import uuid4

import pytest

from tenure.foundation.audit.models import Deed
from tenure.reviews.models import BusinessReview
from tests.api_client import errors_in

LEAST = {
    "reviewType": "QUARTERLY", "reviewDate": "2026-11-20T09:30:00Z",
    "attendeeNames": ["Zoe", "Yan"], "attendeeTitles": ["CTO", "CFO"],
}  # fmt: skip
REVIEW = LEAST | {
    "agenda": ["Results"], "achievements": ["Went live"], "challenges": ["Routing"],
    "metricsReview": {"calls": 5}, "goalsProgress": [{"goal": "calls", "done": 0.5}],
    "decisions": ["Go on"], "actionItems": ["Train", "Measure"], "nextSteps": ["Meet"],
    "overallRating": 4, "customerFeedback": "Fine", "presentationUrl": "https://x.example/deck",
    "notes": "Short", "followUpDate": "2026-12-04",
}  # fmt: skip


@pytest.fixture
def hold_over_api(api, alice, acme):
    path = f"/customers/{acme.id}/business-reviews"
    return lambda **fields: api(alice).post(path, LEAST | fields)


def test_it_answers_every_field_that_was_sent(hold_over_api, acme):
    answer = hold_over_api(**REVIEW)
    shown = answer.json()["data"]

    times = {
        "reviewDate": "2026-11-20T09:30:00+00:00", "followUpDate": "2026-12-04T00:00:00+00:00",
    }  # fmt: skip
    assert (answer.status_code, answer.json()["success"]) == (201, True)
    assert REVIEW | times == {name: shown[name] for name in REVIEW}
    assert shown["customerId"] == str(acme.id)
    assert {*shown} == {*REVIEW, "id", "customerId", "createdAt", "updatedAt"}


def test_what_is_not_sent_has_the_contracts_defaults(hold_over_api):
    shown = hold_over_api().json()["data"]

    lists = ("agenda", "achievements", "challenges", "decisions", "nextSteps")
    assert [shown[name] for name in lists] == [[], [], [], [], []]
    assert [shown[name] for name in {*REVIEW} - {*LEAST} - {*lists}] == [None] * 8


def test_it_is_a_deed_of_the_caller(hold_over_api, acme):
    hold_over_api()

    deed = Deed.objects.get(code="review.held")
    assert (deed.by_name, deed.customer_id) == ("Alice by token “test”", acme.id)
    assert deed.details["kind"] == "quarterly"


@pytest.mark.parametrize(
    ("field", "sent"),
    [
        ("attendeeTitles", {"attendeeTitles": ["CTO"]}), ("attendeeNames", {"attendeeNames": None}),
        ("attendeeTitles", {"attendeeNames": []}), ("overallRating", {"overallRating": 6}),
        ("overallRating", {"overallRating": 0}), ("overallRating", {"overallRating": 3.5}),
        ("reviewType", {"reviewType": "DAILY"}), ("reviewDate", {"reviewDate": "yesterday"}),
        ("reviewDate", {"reviewDate": 20261120}), ("followUpDate", {"followUpDate": "2026-13-01"}),
        ("agenda", {"agenda": [1]}), ("mood", {"mood": "good"}),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_and_nothing_is_left(hold_over_api, field, sent):
    answer = hold_over_api(**sent)

    assert answer.status_code == 422
    assert any(name.startswith(field) for name in errors_in(answer))
    assert not BusinessReview.objects.exists()
    assert not Deed.objects.filter(code="review.held").exists()


@pytest.mark.parametrize("missing", LEAST)
def test_what_a_review_needs_must_be_sent(api, alice, acme, missing):
    sent = {name: value for name, value in LEAST.items() if name != missing}
    answer = api(alice).post(f"/customers/{acme.id}/business-reviews", sent)

    assert (answer.status_code, [*errors_in(answer)]) == (422, [missing])


def test_the_same_request_again_holds_nothing_new(api, alice, acme):
    path, key = f"/customers/{acme.id}/business-reviews", {"Idempotency_Key": "november"}
    first, second = (api(alice).post(path, LEAST, **key) for _ in range(2))

    assert first.json() == second.json()
    assert BusinessReview.objects.count() == 1


def test_with_nobody_nothing_is_held(api, alice):
    assert api(alice).post(f"/customers/{uuid4()}/business-reviews", LEAST).status_code == 404


@pytest.mark.parametrize("who", ["bob", "erin", "carl"])
def test_who_does_not_look_after_the_customer_holds_none(api, acme, who, request):
    caller = api(request.getfixturevalue(who))

    assert caller.post(f"/customers/{acme.id}/business-reviews", LEAST).status_code == 403
    assert not BusinessReview.objects.exists()
