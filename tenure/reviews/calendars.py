"""Scheduled reviews as iCalendar: one to send, and all of a person's to subscribe to."""

from collections.abc import Iterable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vCalAddress, vText

from tenure.reviews.lines import Attendee, agenda_of, attendees_of
from tenure.reviews.models import PlannedReview, ReviewState, ReviewType

PRODUCT = "-//Tenure//Business reviews//EN"
STATUS = {ReviewState.SCHEDULED: "CONFIRMED", ReviewState.HELD: "CONFIRMED"}


def invitation(planned: PlannedReview, address: str, zone: ZoneInfo) -> bytes:
    """One review. Who imports it again has it moved or cancelled, not twice."""
    return _calendar([_event(planned, address, zone)], zone)


def feed(planned: Iterable[tuple[PlannedReview, str]], title: str, zone: ZoneInfo) -> bytes:
    """Many, each with the address of its page."""
    return _calendar([_event(one, address, zone) for one, address in planned], zone, title)


def _calendar(events: list[Event], zone: ZoneInfo, title: str = "") -> bytes:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    if title:
        calendar.add("x-wr-calname", title)
    for event in events:
        calendar.add_component(event)
    if zone.key != "UTC":
        calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(planned: PlannedReview, address: str, zone: ZoneInfo) -> Event:
    kind = ReviewType(planned.review_type).label
    event = Event()
    event.add("uid", f"{planned.id}@tenure")
    event.add("sequence", planned.invitation)
    event.add("dtstamp", planned.updated_at.astimezone(UTC))
    event.add("dtstart", _local(planned.scheduled_at, zone))
    event.add("dtend", _local(planned.ends_at, zone))
    event.add("summary", f"{kind} review with {planned.customer.name}")
    event.add("status", STATUS.get(ReviewState(planned.state), "CANCELLED"))
    event.add("url", address)
    lines = [f"{n}. {line.text}" for n, line in enumerate(agenda_of(planned.agenda), start=1)]
    event.add("description", "\n".join([*lines, "", address] if lines else [address]))
    if planned.place:
        event.add("location", planned.place)
    if planned.organiser and planned.organiser.email:
        event.add(
            "organizer", _person(Attendee(planned.organiser.name, email=planned.organiser.email))
        )
    for one in attendees_of(planned.attendees):
        if one.email:
            event.add("attendee", _person(one))
    return event


def _local(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(UTC if zone.key == "UTC" else zone)


def _person(one: Attendee) -> vCalAddress:
    address = vCalAddress(f"MAILTO:{one.email}")
    address.params["CN"] = vText(one.name)
    return address
