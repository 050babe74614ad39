"""Pulses, scores set by hand and reported readings over the API."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tenure.customers import actions
from tenure.customers.models import CurrentHealth
from tenure.health.models import Override, Pulse, ReportedReading
from tests.api.test_measure_readings import readings

PULSE = {"rating": 2, "reason": "The sponsor is silent"}
PATHS = ("pulses", "health-override", "measure-readings")


def override(days: int = 10, **given) -> dict:
    until = (timezone.now() + timedelta(days=days)).isoformat().replace("+00:00", "Z")
    return {"score": 75, "reason": "They told me", "expiresAt": until} | given


BODIES = {"pulses": PULSE, "health-override": override(), "measure-readings": readings({})}


def test_a_pulse_is_given_listed_and_taken_back(mona_api, acme_path):
    made = mona_api.data("POST", f"{acme_path}/pulses", PULSE)

    assert mona_api.last.status_code == 201
    assert (made["rating"], made["points"], made["withdrawnAt"]) == (2, 25, None)
    assert made["givenBy"] == "Mona by token “test”"
    mona_api.send("DELETE", f"{acme_path}/pulses/{made['id']}")
    (told,) = mona_api.data("GET", f"{acme_path}/pulses")
    assert told["withdrawnBy"] == "Mona by token “test”"


def test_the_newest_pulse_comes_first(mona_api, acme_path):
    for rating in (1, 5):
        mona_api.data("POST", f"{acme_path}/pulses", PULSE | {"rating": rating})

    assert [one["rating"] for one in mona_api.data("GET", f"{acme_path}/pulses?limit=1")] == [5]


def test_a_pulse_of_another_customer_is_not_found(mona_api, mona, acme_path):
    made = mona_api.data("POST", f"{acme_path}/pulses", PULSE)
    birch = actions.create_customer(fields={"name": "Birch"}, by=mona, at=timezone.now())

    mona_api.refusal(404, "DELETE", f"/customers/{birch.id}/pulses/{made['id']}")
    assert Pulse.objects.get().withdrawn_at is None


def test_a_score_is_set_told_and_ended(mona_api, acme, acme_path):
    mona_api.data("POST", f"{acme_path}/health-scores", {"score": 35})
    mona_api.data("POST", f"{acme_path}/health-override", override())

    whole = mona_api.data("GET", acme_path)
    assert (whole["healthScore"], whole["computedScore"], whole["healthLevel"]) == (75, 35, "GOOD")
    assert (whole["override"]["score"], whole["override"]["reason"]) == (75, "They told me")
    assert [score["score"] for score in whole["healthScores"]] == [35]

    assert mona_api.send("DELETE", f"{acme_path}/health-override").status_code == 200
    whole = mona_api.data("GET", acme_path)
    assert (whole["healthScore"], whole["computedScore"], whole["override"]) == (35, 35, None)


def test_a_second_one_is_a_conflict(mona_api, acme_path):
    mona_api.data("POST", f"{acme_path}/health-override", override())

    said = mona_api.refusal(409, "POST", f"{acme_path}/health-override", override(score=10))
    assert "end that first" in said["error"]
    assert Override.objects.count() == 1


def test_what_is_not_set_does_not_end(mona_api, acme_path):
    mona_api.refusal(404, "DELETE", f"{acme_path}/health-override")


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("pulses", PULSE | {"rating": 6}, "rating"),
        ("pulses", PULSE | {"reason": " "}, "reason"),
        ("pulses", PULSE | {"expiryDate": "2020-01-01"}, "expiryDate"),
        ("health-override", override(score=101), "score"),
        ("health-override", override(91), "expiresAt"),
        ("health-override", override(-1), "expiresAt"),
        ("measure-readings", {"readings": []}, "readings"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(mona_api, acme_path, path, body, field):
    said = mona_api.refusal(422, "POST", f"{acme_path}/{path}", body)

    assert [trouble["field"] for trouble in said["errors"]] == [field]
    assert not Pulse.objects.exists()
    assert not Override.objects.exists()
    assert CurrentHealth.objects.get().score is None


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(("who", "status"), [("bob", 403), ("erin", 403), ("carl", 403)])
def test_who_may_not_change_the_customer_says_nothing(api, request, acme_path, path, who, status):
    speaker = api(request.getfixturevalue(who))

    speaker.refusal(status, "POST", f"{acme_path}/{path}", BODIES[path])
    assert not Pulse.objects.exists()
    assert not Override.objects.exists()
    assert not ReportedReading.objects.exists()


@pytest.mark.parametrize("path", ["pulses", "measure-readings"])
def test_the_team_reads_and_a_contact_does_not(api, erin, carl, acme_path, path):
    assert api(erin).data("GET", f"{acme_path}/{path}") == []
    api(carl).refusal(404, "GET", f"{acme_path}/{path}")


def test_a_csm_speaks_for_the_own_book(api, alice, acme_path):
    assert api(alice).data("POST", f"{acme_path}/pulses", PULSE)["rating"] == 2


def test_the_same_request_again_is_done_once(mona_api, acme_path):
    for _ in range(2):
        mona_api.data("POST", f"{acme_path}/pulses", PULSE, **{"Idempotency-Key": "k"})

    assert Pulse.objects.count() == 1
