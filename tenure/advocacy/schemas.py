"""Advocacy activities on the wire."""

from uuid import UUID

from pydantic import Field

from tenure.advocacy.models import AdvocacyStatus, AdvocacyType
from tenure.foundation.rest.kinds import Day, Email, Instant, Line, Link, Money, Name, Text
from tenure.foundation.rest.wire import Resource, Wire, absent


class Activity(Wire):
    """A favour that a customer does: a case study, a reference call, a talk."""

    id: UUID
    customer_id: UUID
    activity_type: AdvocacyType
    title: str
    description: str | None
    status: AdvocacyStatus
    happens_on: Day | None = Field(alias="date")
    contact_person: str | None
    contact_email: str | None
    outcome: str | None
    value: Money | None
    case_study_url: str | None
    testimonial_url: str | None
    reference_notes: str | None
    deal_id: UUID | None = Field(description="The deal that it helped.")
    created_at: Instant
    updated_at: Instant


ACTIVITIES = Resource(Activity, "advocacy_advocacyactivity a", "a")


class ActivityChanges(Wire):
    """What may be said of an activity. One that ended (COMPLETED, DECLINED, CANCELLED) has its
    date; without one it ended today."""

    activity_type: AdvocacyType = absent()
    title: Name = absent()
    description: Text | None = None
    status: AdvocacyStatus = absent()
    happens_on: Day | None = absent("date")
    contact_person: Line | None = None
    contact_email: Email | None = None
    outcome: Text | None = None
    value: Money | None = None
    case_study_url: Link | None = None
    testimonial_url: Link | None = None
    reference_notes: Text | None = None


class NewActivity(ActivityChanges):
    activity_type: AdvocacyType
    title: Name
