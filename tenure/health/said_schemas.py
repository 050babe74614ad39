"""Pulses, scores set by hand and reported readings on the wire."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from tenure.foundation.rest.kinds import Day, Facts, Instant, Name, Whole, said_in
from tenure.foundation.rest.wire import Resource, Sql, Wire, absent
from tenure.health.models.reported import LARGEST_VALUE

Rating = Annotated[int, Whole(1, 5)]
Points = Annotated[int, Whole(0, 100)]
Reason = Annotated[str, said_in(2_000)]
Value = Annotated[float, Field(ge=-LARGEST_VALUE, le=LARGEST_VALUE, allow_inf_nan=False)]


class Pulse(Wire):
    """What somebody felt about a customer, from 1, very worried, to 5, delighted."""

    id: UUID
    customer_id: UUID
    rating: int
    points: Annotated[int, Sql("(u.rating - 1) * 25")] = Field(
        description="The rating on the scale of scores: 0, 25, 50, 75, 100."
    )
    reason: str
    given_by: str
    given_at: Instant
    expires_on: Day = Field(
        alias="expiryDate", description="The first day on which it does not count any more."
    )
    withdrawn_at: Instant | None
    withdrawn_by: str | None


PULSES = Resource(Pulse, "health_pulse u", "u")


class NewPulse(Wire):
    """A pulse to give. It counts for 90 days unless told otherwise."""

    rating: Rating
    reason: Reason
    expires_on: Day = absent("expiryDate")


class Override(Wire):
    """A score that somebody set by hand, in place of the computed one."""

    id: UUID
    customer_id: UUID
    score: int
    reason: str
    set_by: str
    set_at: Instant
    expires_at: Instant


OVERRIDES = Resource(Override, "health_override v", "v")
RUNNING = "where v.customer_id = c.id and v.ended_at is null and v.expires_at > now()"


class NewOverride(Wire):
    """A score to set by hand, for at most 90 days."""

    score: Points
    reason: Reason
    expires_at: Instant


class Reading(Wire):
    """What a measure said of a customer on a day, as another system reported it."""

    id: UUID
    customer_id: UUID
    measure: Annotated[str, Sql("r.code")]
    day: Day
    value: float
    source: str
    recorded_by: str


READINGS = Resource(Reading, "health_reportedreading r", "r")


class NewReading(Wire):
    """A reading to keep, in its measure's own unit; another one of the same day takes its place."""

    measure: Name
    day: Day
    value: Value
    source: Name = absent()


class NewReadings(Wire):
    """Up to 1,000 readings; each is answered for itself."""

    readings: Annotated[list[Facts], Field(min_length=1, max_length=1000)]


class ReadingTrouble(Wire):
    field: str
    message: str


class ReadingAnswer(Wire):
    """What became of one item."""

    index: int
    outcome: Literal["created", "changed", "unchanged", "refused"]
    id: UUID | None
    status: int
    error: str | None = None
    errors: list[ReadingTrouble]
