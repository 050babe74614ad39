"""What advocates agreed to, and references that fit, over the API."""

from tenure.advocacy.models import Consent
from tenure.customers.models import CurrentHealth
from tests.moments import NOON

YES = {"activityType": "REFERENCE_CALL", "words": "Twice a year"}
NOBODY = "00000000-0000-7000-8000-000000000000"


def test_it_is_agreed_to_once_and_taken_back_once(mona_api, acme_path):
    consent = mona_api.data("POST", f"{acme_path}/consents", YES)
    mona_api.refusal(409, "POST", f"{acme_path}/consents", YES)
    path = f"/consents/{consent['id']}/revoke"
    assert mona_api.data("POST", path)["withdrawnOn"]
    mona_api.refusal(409, "POST", path)

    (told,) = mona_api.data("GET", f"{acme_path}/consents")
    assert (told["words"], bool(told["withdrawnOn"])) == ("Twice a year", True)


def test_who_agrees_is_somebody_of_the_customer(mona_api, acme_path):
    said = mona_api.refusal(422, "POST", f"{acme_path}/consents", YES | {"contactId": NOBODY})

    assert [one["field"] for one in said["errors"]] == ["contactId"]
    assert not Consent.objects.exists()


def test_a_reference_tells_its_points(mona_api, acme, acme_path):
    CurrentHealth.objects.filter(customer=acme).update(
        score=80, level="EXCELLENT", recorded_at=NOON
    )
    mona_api.data("POST", f"{acme_path}/consents", YES)
    (told,) = mona_api.data("GET", "/references?tier=MID_MARKET")

    lines = {one["about"]: (one["points"], one["of"]) for one in told["lines"]}
    assert lines == {"Tier": (15, 15), "Health": (10, 20), "Rested": (15, 15)}
    assert (told["percent"], told["rest"], told["consent"]) == (80, None, "Twice a year")


def test_who_is_not_well_is_left_in_peace_without_an_end(mona_api, acme, acme_path):
    CurrentHealth.objects.filter(customer=acme).update(score=40, level="FAIR", recorded_at=NOON)
    mona_api.data("POST", f"{acme_path}/consents", YES)
    (told,) = mona_api.data("GET", "/references")

    assert told["rest"]["until"] is None
    assert "first make it well" in told["rest"]["says"]


def test_they_are_told_to_the_team(api, carl, bob, acme_path):
    for hidden in ("/references", "/advocacy-groups"):
        api(carl).refusal(403, "GET", hidden)
    api(bob).refusal(403, "POST", f"{acme_path}/consents", YES)

    assert not Consent.objects.exists()
