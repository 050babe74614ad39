"""What customers achieved, worth how much, confirmed by whom, over the API."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tenure.onboarding.models import ValueEntry

SAVED = {"what": "Saved at the desk", "amount": 120.5, "unit": "hours", "achievedOn": "2025-03-21"}


@pytest.fixture
def path(acme_path):
    return f"{acme_path}/value-entries"


def day(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def test_the_first_of_it_is_what_time_to_value_is_measured_by(mona_api, acme_path, path):
    later = mona_api.data("POST", path, {"what": "All leads come in", "achievedOn": "2025-04-30"})
    first = mona_api.data("POST", path, SAVED)

    assert (first["amount"], first["unit"], first["confirmedBy"]) == (120.5, "hours", None)
    assert later["amount"] is None
    assert mona_api.data("GET", path) == [later, first]
    assert mona_api.data("GET", f"{acme_path}/profile")["timeToValue"] == 20


def test_it_is_confirmed_today_unless_told(mona_api, path):
    confirm = f"/value-entries/{mona_api.data('POST', path, SAVED)['id']}/confirm"
    told = mona_api.data("POST", confirm, {"confirmedBy": "Zoe Young"})
    assert (told["confirmedBy"], told["confirmedOn"][:10]) == ("Zoe Young", day(0))

    again = mona_api.data("POST", confirm, {"confirmedBy": "Max", "confirmedOn": "2025-03-22"})
    assert mona_api.data("GET", path) == [again]
    assert (again["confirmedBy"], again["confirmedOn"][:10]) == ("Max", "2025-03-22")


@pytest.mark.parametrize(
    ("body", "field"),
    [({"what": " "}, "what"), ({"achievedOn": day(2)}, "achievedOn"), ({"achievedOn": None}, "achievedOn"),
     ({"confirmedBy": "Zoe", "confirmedOn": "2025-03-20"}, "confirmedOn"), ({"amount": "many"}, "amount")],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_its_field(mona_api, path, body, field):
    said = mona_api.refusal(422, "POST", path, SAVED | body)

    assert [one["field"] for one in said["errors"]] == [field]
    assert not ValueEntry.objects.exists()


def test_what_is_confirmed_says_by_whom_and_not_before_it_was_achieved(mona_api, path):
    said = mona_api.refusal(422, "POST", path, SAVED | {"confirmedOn": "2025-03-22"})
    assert {one["field"] for one in said["errors"]} == {"confirmedBy", "confirmedOn"}
    confirm = f"/value-entries/{mona_api.data('POST', path, SAVED)['id']}/confirm"
    for body, field in (
        ({"confirmedBy": ""}, "confirmedBy"),
        ({"confirmedBy": "Zoe", "confirmedOn": "2025-03-20"}, "confirmedOn"),
    ):
        said = mona_api.refusal(422, "POST", confirm, body)
        assert [one["field"] for one in said["errors"]] == [field]
    assert ValueEntry.objects.get().confirmed_on is None


def test_they_are_told_to_the_team_and_written_in_the_own_book(
    api, mona_api, carl, bob, erin, path
):
    entry = mona_api.data("POST", path, SAVED)
    api(carl).refusal(404, "GET", path)
    assert api(erin).data("GET", path) == [entry]
    for who in (bob, erin, carl):
        api(who).refusal(403, "POST", path, SAVED)
        told = {"confirmedBy": "Me"}
        api(who).refusal(403, "POST", f"/value-entries/{entry['id']}/confirm", told)

    assert ValueEntry.objects.get().confirmed_by == ""
