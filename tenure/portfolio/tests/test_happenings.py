"""What happened to a customer, as it is marked on the chart of its health."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tenure.portfolio.happenings import happenings
from tenure.reviews import actions as reviews
from tenure.reviews.models import ReviewType
from tenure.work import actions
from tests.moments import NOON, TODAY

YEAR_AGO = TODAY - timedelta(days=365)


def log(acme, alice, kind, days_ago, subject="Status"):
    fields = {"kind": kind, "subject": subject, "happened_at": NOON - timedelta(days=days_ago)}
    return actions.log_touchpoint(customer=acme, fields=fields, by=alice, at=NOON)


def told(acme):
    return [(event.day, event.text) for event in happenings(acme, YEAR_AGO, TODAY)]


def test_meetings_and_events_are_marked_and_calls_are_not(acme, alice):
    for days, kind in enumerate(("CALL", "MEETING", "MAIL", "NOTE", "EVENT")):
        log(acme, alice, kind, days)

    assert told(acme) == [
        (date(2026, 11, 19), "Event: Status"),
        (date(2026, 11, 22), "Meeting: Status"),
    ]


@pytest.mark.parametrize("state", ["MISSED", "CANCELLED", "PLANNED"])
def test_what_did_not_take_place_is_not_marked(acme, alice, state):
    fields = {"kind": "MEETING", "subject": "Status", "planned_on": TODAY, "state": state}
    actions.plan_touchpoint(customer=acme, fields=fields, by=alice, at=NOON)

    assert told(acme) == []


def test_meetings_take_the_places_that_are_left_the_newest_first(acme, alice):
    for days in range(7):
        log(acme, alice, "MEETING", days, f"Week {days}")
    reviewed = datetime(2026, 1, 5, 9, tzinfo=UTC)
    reviews.hold_review(
        customer=acme, review_type=ReviewType.QUARTERLY, reviewed_at=reviewed, by=alice, at=NOON,
        attendees=[("Zoe", "CEO")], facts={},
    )  # fmt: skip

    assert [text for _, text in told(acme)] == [
        "Quarterly review", "Meeting: Week 3", "Meeting: Week 2", "Meeting: Week 1",
        "Meeting: Week 0",
    ]  # fmt: skip


def test_what_falls_on_one_day_is_one_mark(acme, alice):
    log(acme, alice, "MEETING", 1, "Status")
    log(acme, alice, "EVENT", 1, "User day")

    assert told(acme) == [(date(2026, 11, 22), "Event: User day; Meeting: Status")]
