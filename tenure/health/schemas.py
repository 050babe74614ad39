"""Health scores on the wire."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from tenure.foundation.rest.kinds import Instant, Line, Listed, Text, Whole
from tenure.foundation.rest.wire import Resource, Sql, Wire, absent
from tenure.programme.words import HealthLevel, HealthTrend

Points = Annotated[int, Whole(0, 100)]


class Score(Wire):
    """The health of a customer at one moment. A component that was unknown counts as 0 here."""

    id: UUID
    customer_id: UUID
    score: int
    level: HealthLevel = Field(alias="healthLevel")
    engagement_score: Annotated[int, Sql("coalesce(g.engagement_score, 0)")]
    success_score: Annotated[int, Sql("coalesce(g.success_score, 0)")]
    satisfaction_score: Annotated[int, Sql("coalesce(g.satisfaction_score, 0)")]
    financial_score: Annotated[int, Sql("coalesce(g.financial_score, 0)")]
    factors: Listed | None
    notes: str | None
    trend: HealthTrend
    recorded_at: Instant
    recorded_by: str | None


SCORES = Resource(Score, "health_healthscore g", "g")


class NewScore(Wire):
    """A score to store. Level and trend follow from it unless they are given."""

    score: Points
    level: HealthLevel = absent("healthLevel")
    engagement_score: Points | None = None
    success_score: Points | None = None
    satisfaction_score: Points | None = None
    financial_score: Points | None = None
    factors: Listed | None = None
    notes: Text | None = None
    trend: HealthTrend = absent()
    recorded_at: Instant = absent()
    recorded_by: Line | None = None


class Components(Wire):
    """The four component scores."""

    engagement_score: Points
    success_score: Points
    satisfaction_score: Points
    financial_score: Points


class Calculated(Components):
    """What the components come to."""

    total_score: int
    health_level: HealthLevel
    trend: HealthTrend
