"""Reviews that are scheduled, prepared, moved and held, over the API."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tenure.reviews.models import PlannedReview
from tenure.work.models import Task


def instant(**ahead: int) -> str:
    return (timezone.now() + timedelta(**ahead)).isoformat().replace("+00:00", "Z")


@pytest.fixture
def plan(mona_api, acme_path):
    def planned(**ahead):
        body = {"reviewType": "QUARTERLY", "scheduledAt": instant(**ahead), "agenda": ["Goals"],
                "attendees": [{"name": "Zoe Young", "title": "COO"}]}  # fmt: skip
        return mona_api.data("POST", f"{acme_path}/planned-reviews", body)

    return planned


def test_unless_told_the_csm_leads_it(plan, alice):
    told = plan(days=3)

    assert (told["state"], told["organiserId"]) == ("SCHEDULED", str(alice.id))
    assert [line["text"] for line in told["agenda"]] == ["Goals"]
    assert [one["name"] for one in told["attendees"]] == ["Zoe Young"]


def test_it_is_prepared_and_moved_with_a_reason(mona_api, plan):
    path = f"/planned-reviews/{plan(days=3)['id']}"
    mona_api.data("PUT", path, {"agenda": ["Renewal"], "place": "Room 12"})
    when = instant(days=8)
    moved = mona_api.data("POST", f"{path}/move", {"scheduledAt": when, "reason": "They travel"})

    assert (moved["place"], moved["reason"]) == ("Room 12", "They travel")
    assert moved["scheduledAt"][:16] == when[:16]
    mona_api.refusal(422, "POST", f"{path}/move", {"scheduledAt": when})


def test_what_was_agreed_on_becomes_tasks(mona_api, plan, alice):
    path = f"/planned-reviews/{plan(hours=-1)['id']}"
    due = instant(days=7)[:10]
    items = [{"title": "Send the list", "dueDate": due, "ownerId": str(alice.id)},
             {"title": "Name a sponsor", "dueDate": due}]  # fmt: skip
    held = mona_api.data("POST", f"{path}/hold", {"overallRating": 4, "items": items})

    assert (held["overallRating"], held["attendeeNames"]) == (4, ["Zoe Young"])
    assert set(Task.objects.values_list("title", flat=True)) >= {"Send the list"}
    assert PlannedReview.objects.get().state == "HELD"
    mona_api.refusal(409, "POST", f"{path}/hold", {})


def test_who_is_not_known_gets_no_task_and_nothing_is_held(mona_api, plan):
    path = f"/planned-reviews/{plan(hours=-1)['id']}"
    nobody = "00000000-0000-7000-8000-000000000000"
    item = {"title": "Send the list", "dueDate": instant(days=7)[:10], "ownerId": nobody}
    said = mona_api.refusal(422, "POST", f"{path}/hold", {"items": [item]})

    assert [one["field"] for one in said["errors"]] == ["items.ownerId"]
    assert PlannedReview.objects.get().state == "SCHEDULED"


def test_what_lies_ahead_was_not_missed(mona_api, plan):
    ahead, past = plan(days=3)["id"], plan(hours=-2)["id"]
    mona_api.refusal(422, "POST", f"/planned-reviews/{ahead}/miss", {"reason": "x"})
    told = mona_api.data("POST", f"/planned-reviews/{past}/miss", {"reason": "Nobody came"})

    assert (told["state"], told["reason"]) == ("MISSED", "Nobody came")


def test_they_are_told_to_the_team(api, carl, bob, plan, acme_path):
    path = f"/planned-reviews/{plan(days=3)['id']}"
    for hidden in (f"{acme_path}/planned-reviews", "/due-reviews", "/review-completion"):
        assert api(carl).send("GET", hidden).status_code in (403, 404)
    api(carl).send("POST", f"{path}/cancel", {"reason": "x"})
    api(bob).refusal(403, "POST", f"{path}/cancel", {"reason": "x"})

    assert PlannedReview.objects.get().state == "SCHEDULED"
