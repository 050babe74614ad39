"""Metrics on the wire: definitions, figures, and the customers behind them."""

from uuid import UUID

from pydantic import Field

from tenure.customers.words import ChurnReason
from tenure.foundation.rest.kinds import Day
from tenure.foundation.rest.wire import Wire
from tenure.insights.words import PeriodType
from tenure.programme.words import Tier


class MetricTarget(Wire):
    at_least: float | None
    above: float | None
    at_most: float | None
    under: float | None


class MetricPeriod(Wire):
    """`lastDay` is included."""

    code: str
    kind: PeriodType
    first_day: Day
    last_day: Day


class MetricFigure(Wire):
    """`value` is null where nothing is known, never zero; it is made of the two parts."""

    code: str
    title: str
    unit: str
    value: float | None
    numerator: float
    denominator: float
    customers: int = Field(description="Of how many it is known.")
    target: MetricTarget | None
    is_met: bool | None
    distance: float | None = Field(description="From the target; below zero where it is missed.")
    variant_of: str | None
    missing: str | None = Field(
        description="Where nothing is known, the rows that it would be reckoned from."
    )


class MetricFigures(Wire):
    period: MetricPeriod
    metrics: list[MetricFigure]


class MetricDefinition(Wire):
    family: str
    definition: str
    window: str
    source: str = Field(description="From which rows it is reckoned.")
    denominator: str
    remark: str


class TrendPoint(Wire):
    period: str
    value: float | None
    numerator: float
    denominator: float
    customers: int


class TierFigure(Wire):
    tier: Tier
    value: float | None
    customers: int


class CsmFigure(Wire):
    csm_id: UUID | None
    csm_name: str | None
    value: float | None
    customers: int


class MetricVariant(Wire):
    """Another way to reckon the same, and what makes the difference."""

    title: str
    value: float | None
    unit: str
    says: str


class ReasonCount(Wire):
    reason: ChurnReason
    count: int


class Interval(Wire):
    low: float
    high: float


class OneMetric(Wire):
    period: MetricPeriod
    figure: MetricFigure
    definition: MetricDefinition | None = Field(description="Null for a variant.")
    interval: Interval | None = Field(description="95 %, of NPS.")
    trend: list[TrendPoint] = Field(description="The oldest first.")
    by_tier: list[TierFigure]
    by_csm: list[CsmFigure]
    by_reason: list[ReasonCount] = Field(
        description="Of churn_reasons only, the most frequent first."
    )
    variants: list[MetricVariant]


class BehindMetric(Wire):
    """What a customer brought to a figure."""

    customer_id: UUID
    customer_name: str
    tier: Tier
    csm_name: str | None
    numerator: float
    denominator: float


class TargetStanding(Wire):
    """One of the programme's promises to itself."""

    code: str
    title: str
    metric: str
    target: MetricTarget
    unit: str
    says: str
    value: float | None
    is_met: bool | None
    customers: int
