"""Changing a review: PUT /business-reviews/{reviewId}."""

from uuid import uuid4

import pytest

from tenure.foundation.audit.models import Change, Deed
from tests.api_client import errors_in


def test_it_changes_what_is_sent_and_keeps_the_rest(api, alice, review):
    answer = api(alice).put(f"/business-reviews/{review.id}", {"nextSteps": ["Meet again"]})

    shown = answer.json()["data"]
    assert (answer.status_code, shown["nextSteps"]) == (200, ["Meet again"])
    assert (shown["agenda"], shown["attendeeNames"]) == (["Results"], ["Zoe", "Yan"])


def test_null_clears(api, alice, review):
    sent = {"overallRating": None, "notes": None, "followUpDate": None, "metricsReview": None}
    shown = api(alice).put(f"/business-reviews/{review.id}", sent).json()["data"]

    assert {name: shown[name] for name in sent} == sent


def test_names_and_titles_change_together(api, alice, review):
    sent = {"attendeeNames": ["Xi"], "attendeeTitles": ["CEO"]}
    shown = api(alice).put(f"/business-reviews/{review.id}", sent).json()["data"]

    assert {name: shown[name] for name in sent} == sent


@pytest.mark.parametrize(
    ("field", "sent"),
    [
        ("attendeeNames", {"attendeeNames": ["Xi"]}), ("attendeeNames", {"attendeeTitles": []}),
        ("reviewDate", {"reviewDate": None}), ("overallRating", {"overallRating": "4"}),
        ("customerId", {"customerId": str(uuid4())}), ("agenda", {"agenda": None}),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_and_changes_nothing(api, alice, review, field, sent):
    answer = api(alice).put(f"/business-reviews/{review.id}", {"notes": "New"} | sent)

    review.refresh_from_db()
    assert (answer.status_code, review.notes) == (422, "")
    assert field in errors_in(answer)
    assert review.attendee_names == ["Zoe", "Yan"]


def test_the_trail_has_before_and_after(api, alice, review):
    api(alice).put(f"/business-reviews/{review.id}", {"overallRating": 5})

    deed = Deed.objects.get(code="review.changed")
    change = Change.objects.get(deed_id=deed.id)
    assert (change.before, change.after) == ({"overall_rating": 4}, {"overall_rating": 5})


def test_a_change_over_somebody_elses_is_refused(api, alice, mona, review):
    path = f"/business-reviews/{review.id}"
    seen = api(alice).put(path, {"notes": "Mine"})["ETag"]
    api(mona).put(path, {"notes": "Hers"})

    assert api(alice).put(path, {"notes": "Mine"}, If_Match=seen).status_code == 412
    review.refresh_from_db()
    assert review.notes == "Hers"


def test_a_review_that_is_not_there_is_404(api, alice):
    assert api(alice).put(f"/business-reviews/{uuid4()}", {"notes": "?"}).status_code == 404


@pytest.mark.parametrize(("who", "status"), [("bob", 403), ("erin", 403), ("mona", 200)])
def test_a_review_is_changed_by_who_may_change_its_customer(api, review, who, status, request):
    caller = api(request.getfixturevalue(who))

    assert caller.put(f"/business-reviews/{review.id}", {"notes": "?"}).status_code == status
