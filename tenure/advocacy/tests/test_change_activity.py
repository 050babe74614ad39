"""Changing a favour: PUT /advocacy-activities/{activityId}."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.db import IntegrityError

from tenure.advocacy import actions
from tenure.advocacy.models import AdvocacyActivity, AdvocacyStatus
from tenure.foundation.audit.models import Deed
from tenure.foundation.refusals import Invalid
from tests.api_client import errors_in
from tests.moments import NOON, TODAY

ENDED = (AdvocacyStatus.COMPLETED, AdvocacyStatus.DECLINED, AdvocacyStatus.CANCELLED)


def change(activity, by, **changes):
    return actions.change_activity(activity=activity, changes=changes, by=by, at=NOON)


def test_it_changes_what_is_sent_and_keeps_the_rest(api, alice, activity):
    answer = api(alice).put(f"/advocacy-activities/{activity.id}", {"outcome": "Two leads"})

    shown = answer.json()["data"]
    assert (answer.status_code, shown["outcome"]) == (200, "Two leads")
    assert (shown["title"], shown["status"], shown["date"]) == ("Case study", "REQUESTED", None)


def test_null_clears(api, alice, activity):
    AdvocacyActivity.objects.update(value=5, outcome="None", contact_email="zoe@acme.example")
    sent = {"value": None, "outcome": None, "contactEmail": None}
    shown = api(alice).put(f"/advocacy-activities/{activity.id}", sent).json()["data"]

    assert {name: shown[name] for name in sent} == sent


@pytest.mark.parametrize("status", ENDED)
def test_what_ends_without_a_day_ends_today(activity, alice, status):
    assert change(activity, alice, status=status).happens_on == TODAY


def test_what_ends_with_a_day_keeps_it(activity, alice):
    day = date(2026, 11, 9)
    change(activity, alice, happens_on=day)

    assert change(activity, alice, status=AdvocacyStatus.COMPLETED).happens_on == day


def test_over_the_api_it_ends_on_the_day_that_is_sent_or_today(api, alice, activity):
    path, before = f"/advocacy-activities/{activity.id}", datetime.now(UTC).date()
    shown = api(alice).put(path, {"status": "CANCELLED"}).json()["data"]

    day = datetime.fromisoformat(shown["date"]).date()
    assert before <= day <= datetime.now(UTC).date()
    shown = api(alice).put(path, {"status": "COMPLETED", "date": "2026-11-09"}).json()["data"]
    assert shown["date"] == "2026-11-09T00:00:00+00:00"


def test_the_day_of_what_ended_is_not_cleared(api, alice, activity):
    ended = change(activity, alice, status=AdvocacyStatus.COMPLETED)
    answer = api(alice).put(f"/advocacy-activities/{ended.id}", {"date": None})

    assert answer.status_code == 422
    assert errors_in(answer)["date"] == "An activity that ended has the day of its end."
    assert AdvocacyActivity.objects.get().happens_on == TODAY


def test_it_does_not_end_on_no_day(activity, alice):
    with pytest.raises(Invalid, match="has the day of its end"):
        change(activity, alice, status=AdvocacyStatus.DECLINED, happens_on=None)

    assert AdvocacyActivity.objects.get().status == AdvocacyStatus.REQUESTED
    assert not Deed.objects.filter(code="advocacy.changed").exists()


def test_the_database_itself_insists(activity):
    with pytest.raises(IntegrityError, match="an_activity_that_ended_has_its_day"):
        AdvocacyActivity.objects.update(status=AdvocacyStatus.COMPLETED)


@pytest.mark.parametrize(
    ("field", "sent"),
    [
        ("title", {"title": " "}), ("value", {"value": -0.01}), ("status", {"status": "ENDED"}),
        ("activityType", {"activityType": None}), ("customerId", {"customerId": "x"}),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_and_changes_nothing(api, alice, activity, field, sent):
    answer = api(alice).put(f"/advocacy-activities/{activity.id}", {"outcome": "New"} | sent)

    assert (answer.status_code, [*errors_in(answer)]) == (422, [field])
    assert AdvocacyActivity.objects.get().outcome == ""


def test_a_change_over_somebody_elses_is_refused(api, alice, mona, activity):
    path = f"/advocacy-activities/{activity.id}"
    seen = api(alice).put(path, {"outcome": "Mine"})["ETag"]
    api(mona).put(path, {"outcome": "Hers"})

    assert api(alice).put(path, {"outcome": "Mine"}, If_Match=seen).status_code == 412
    assert AdvocacyActivity.objects.get().outcome == "Hers"


def test_what_is_not_there_is_404(api, alice):
    assert api(alice).put(f"/advocacy-activities/{uuid4()}", {"title": "?"}).status_code == 404


@pytest.mark.parametrize(("who", "status"), [("bob", 403), ("erin", 403), ("mona", 200)])
def test_it_is_changed_by_who_may_change_its_customer(api, activity, who, status, request):
    caller = api(request.getfixturevalue(who))

    assert caller.put(f"/advocacy-activities/{activity.id}", {"outcome": "?"}).status_code == status
