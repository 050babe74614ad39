"""A scheduled review as iCalendar, read back by the library."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from tenure.reviews import actions
from tenure.reviews.calendars import feed, invitation
from tenure.reviews.lines import AgendaLine, Attendee
from tenure.reviews.models import ReviewType
from tests.moments import NOON

THEN = datetime(2026, 12, 3, 14, tzinfo=UTC)
BERLIN, ADDRESS = ZoneInfo("Europe/Berlin"), "https://tenure.example/reviews/1/"


@pytest.fixture
def planned(acme, alice):
    return actions.schedule_review(
        customer=acme, review_type=ReviewType.QUARTERLY, scheduled_at=THEN,
        agenda=[AgendaLine("Goals, and how far"), AgendaLine("Health")],
        attendees=[Attendee("Zoe", "CTO", "zoe@acme.example"), Attendee("Yan")],
        facts={"organiser": alice, "place": "Room 4; left", "minutes": 45}, by=alice, at=NOON,
    )  # fmt: skip


def event(made: bytes):
    calendar = Calendar.from_ical(made)
    assert (calendar["METHOD"], calendar["VERSION"]) == ("PUBLISH", "2.0")
    return calendar.walk("VEVENT")[0]


def test_it_says_when_where_and_with_whom(planned):
    told = event(invitation(planned, ADDRESS, BERLIN))

    assert told["SUMMARY"] == "Quarterly review with Acme"
    assert (told["LOCATION"], told["URL"], told["STATUS"]) == ("Room 4; left", ADDRESS, "CONFIRMED")
    assert told.decoded("DTEND") - told.decoded("DTSTART") == timedelta(minutes=45)
    assert told["ORGANIZER"] == "MAILTO:alice@tenure.example"
    assert told["ATTENDEE"].params["CN"] == "Zoe"
    assert "1. Goals, and how far\n2. Health" in told["DESCRIPTION"]


def test_its_time_is_that_of_our_zone_with_the_zone_beside_it(planned):
    made = invitation(planned, ADDRESS, BERLIN)

    assert b"DTSTART;TZID=Europe/Berlin:20261203T150000" in made  # 14:00 in UTC, in winter
    assert b"BEGIN:VTIMEZONE" in made
    assert event(made).decoded("DTSTART") == THEN
    assert b"DTSTART:20261203T140000Z" in invitation(planned, ADDRESS, ZoneInfo("UTC"))


def test_who_imports_it_again_has_it_moved_or_cancelled_and_not_twice(planned, alice):
    first = event(invitation(planned, ADDRESS, BERLIN))
    moved = actions.move_review(
        planned=planned, scheduled_at=THEN + timedelta(days=1), reason="x", by=alice, at=NOON
    )
    second = event(invitation(moved, ADDRESS, BERLIN))
    gone = actions.cancel_review(planned=moved, reason="x", by=alice, at=NOON)
    third = event(invitation(gone, ADDRESS, BERLIN))

    assert first["UID"] == second["UID"] == third["UID"] == f"{planned.id}@tenure"
    assert [one["SEQUENCE"] for one in (first, second, third)] == [0, 1, 2]
    assert [one["STATUS"] for one in (second, third)] == ["CONFIRMED", "CANCELLED"]


def test_a_feed_has_all_and_a_name(planned):
    made = feed([(planned, ADDRESS)] * 2, "Reviews of Alice", BERLIN)

    calendar = Calendar.from_ical(made)
    assert calendar["X-WR-CALNAME"] == "Reviews of Alice"
    assert len(calendar.walk("VEVENT")) == 2
    assert Calendar.from_ical(feed([], "x", BERLIN)).walk("VEVENT") == []
