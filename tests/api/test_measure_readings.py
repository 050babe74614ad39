"""Readings that other systems report, over the API."""

from django.utils import timezone


def readings(*given: dict) -> dict:
    today = timezone.now().date().isoformat()
    return {
        "readings": [{"measure": "renewal_intent", "day": today, "value": 60} | g for g in given]
    }


def test_each_reading_is_answered_for_itself(mona_api, acme_path):
    body = readings(
        {}, {}, {"value": 70, "source": "CRM"}, {"measure": "luck"}, {"value": 101}, {"day": "?"}
    )

    told = mona_api.data("POST", f"{acme_path}/measure-readings", body)

    outcomes = [one["outcome"] for one in told]
    assert outcomes == ["created", "unchanged", "changed", "refused", "refused", "refused"]
    fields = [one["errors"][0]["field"] for one in told[3:]]
    assert fields == ["measure", "value", "day"]
    (kept,) = mona_api.data("GET", f"{acme_path}/measure-readings")
    assert (kept["measure"], kept["value"], kept["source"]) == ("renewal_intent", 70, "CRM")


def test_readings_are_listed_by_measure(mona_api, acme_path):
    body = readings({}, {"measure": "nps", "value": -20})
    mona_api.data("POST", f"{acme_path}/measure-readings", body)

    listed = mona_api.data("GET", f"{acme_path}/measure-readings?measure=nps")
    assert [one["value"] for one in listed] == [-20]
