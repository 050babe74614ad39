"""Scoring runs on the wire."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from tenure.foundation.enums import Word
from tenure.foundation.rest.kinds import Day, Instant
from tenure.foundation.rest.wire import Resource, Sql, Wire


class RunState(Word):
    WAITING = "WAITING"
    RUNNING = "RUNNING"
    DONE = "DONE"
    GIVEN_UP = "GIVEN_UP"


STATE = """case when r.finished_at is not null then 'DONE' when not r.is_running then 'GIVEN_UP'
when r.done = 0 then 'WAITING' else 'RUNNING' end"""


class Run(Wire):
    """One run over all customers: how far it is, and what it came to."""

    id: UUID
    state: Annotated[RunState, Sql(STATE)]
    at: Instant = Field(description="The instant that its scores hold for.")
    known_until: Day = Field(description="The last day that the data behind it told about.")
    asked_by: str
    customers: int = Field(description="How many there were when it was asked for.")
    done: int = Field(description="Customers that it has been through: scored, unchanged, unknown.")
    scored: int
    unchanged: int = Field(description="Customers whose score of the day would only be repeated.")
    unknown: int = Field(description="Customers of whom no measure is known.")
    created_at: Instant
    finished_at: Instant | None


RUNS = Resource(Run, "health_scoringrun r", "r")
