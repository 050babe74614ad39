"""Alerts on the wire."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import ConfigDict, Field

from tenure.alerts.words import AlertOutcome, AlertRule, AlertState
from tenure.foundation.rest.kinds import Day, Instant, Text
from tenure.foundation.rest.paging import MOST_ROWS
from tenure.foundation.rest.wire import Resource, Sql, Wire


class WorkedAlert(Wire):
    """An alert that opened once, and what came of it."""

    id: UUID
    customer_id: UUID
    customer_name: Annotated[str, Sql("c.name")]
    rule: AlertRule
    state: AlertState
    opened_at: Instant
    score: int | None = Field(description="When it opened.")
    previous_score: int | None
    silent_since: Day | None
    owner_id: UUID | None
    owner_name: Annotated[str | None, Sql("o.name")]
    snoozed_until: Day | None
    is_over: bool = Field(description="Whether what it was about came to an end since.")
    resolved_at: Instant | None
    outcome: AlertOutcome | None
    note: str | None


ALERTS = Resource(
    WorkedAlert,
    "alerts_alert a join customers_customer c on c.id = a.customer_id"
    " left join people_person o on o.id = a.owner_id",
    "a",
)


class AlertFilters(Wire):
    state: list[AlertState] = []
    rule: list[AlertRule] = []
    owner_id: UUID | None = None
    customer_id: UUID | None = None
    limit: Annotated[int, Field(ge=1, le=MOST_ROWS)] = 20
    page: Annotated[int, Field(ge=1, le=1_000_000)] = 1


class AlertWork(Wire):
    """What to do with an alert: take it, let it sleep, resolve it, open it again."""

    model_config = ConfigDict(json_schema_extra={"example": {"do": "take"}})

    do: Literal["take", "snooze", "resolve", "reopen"]
    until: Day | None = Field(None, description="Until when it sleeps; a week, unless told.")
    outcome: AlertOutcome | None = Field(None, description="How it ended, where it is resolved.")
    note: Text | None = None


class AlertCondition(Wire):
    words: str
    actual: str
    is_met: bool


class RuleTrace(Wire):
    """A rule, all that it asks of a customer, and how it is."""

    rule: AlertRule
    title: str
    fires: bool
    conditions: list[AlertCondition]
