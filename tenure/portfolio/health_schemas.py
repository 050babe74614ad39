"""What explains a customer's health, on the wire."""

from typing import Literal
from uuid import UUID

from pydantic import Field

from tenure.foundation.rest.kinds import Day, Instant
from tenure.foundation.rest.wire import Wire
from tenure.programme.words import HealthLevel, Tier


class Between(Wire):
    """Two days to compare."""

    first: Day | None = Field(
        None, alias="from", description="A month before the last one, if it is left out."
    )
    last: Day | None = Field(
        None, alias="to", description="The day of the newest score, if it is left out."
    )


class On(Wire):
    """A day."""

    day: Day


class Stand(Wire):
    """A computed score: the day that it is about, and the scorecard that made it."""

    day: Day = Field(description="The last day that was known when it was computed.")
    recorded_at: Instant
    score: int
    unrounded: float
    level: HealthLevel = Field(alias="healthLevel")
    tier: Tier
    scorecard: int = Field(description="Counted as they came into force.")
    scorecard_version: str


class Points(Wire):
    """Points that were added or taken: by what the customer did, and by how it is scored."""

    behaviour: float
    configuration: float


class MeasureReading(Wire):
    """What a measure said, in its own unit; null is unknown."""

    code: str
    title: str
    unit: str
    reading: float | None
    score: float | None
    weight: float = Field(description="Its share of the whole score, 0-1.")
    points: float = Field(description="What it adds to the score.")
    words: str
    rows: str | None = Field(description="The page of the rows behind it, in the portal.")


class MeasureChange(MeasureReading):
    """The same, with what it was before and what that did; null where nothing is compared."""

    reading_before: float | None
    score_before: float | None
    weight_before: float | None
    change: Points | None


class ComponentChange(Wire):
    code: str
    title: str
    score: int | None
    points: float
    change: float | None
    measures: list[MeasureChange]


class Step(Wire):
    """A measure that moves."""

    code: str
    reading: float
    wanted: float


class Way(Wire):
    """Measures that would move together, and what that would come to."""

    moves: list[Step]
    gain: int
    score: int
    is_enough: bool
    words: str


class BringBack(Wire):
    """How the score could reach the next level, or the score that it fell from within its level."""

    level: HealthLevel | None = Field(description="Null where the goal is the score it fell from.")
    threshold: float
    alone: list[Way] = Field(description="Measures of which each alone is enough, nearest first.")
    together: Way | None = Field(
        description="The fewest measures back where they were or, where that is not enough, at "
        "their best."
    )


class Explanation(Wire):
    """The change between two scores. `behaviour`, `configuration` and `rounding` sum to `change`;
    so do the measures' changes to the first two."""

    customer_id: UUID
    from_: Stand | None = Field(alias="from")
    to: Stand
    change: int | None
    behaviour: float | None
    configuration: float | None
    rounding: float | None
    causes: list[str] = Field(description="What of the way of scoring changed.")
    sentence: str
    components: list[ComponentChange]
    bring_back: BringBack | None


class AsOf(Wire):
    """The health of a customer as it was on a day."""

    customer_id: UUID
    day: Day
    kind: Literal["computed", "entered"] = Field(
        description="A score that somebody entered has no readings; `computed` then tells the last "
        "one that has."
    )
    score: int
    level: HealthLevel = Field(alias="healthLevel")
    recorded_at: Instant
    recorded_by: str
    computed: Stand | None
    measures: list[MeasureReading]
