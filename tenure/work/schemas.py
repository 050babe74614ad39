"""Tasks and touchpoints on the wire."""

from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from tenure.foundation.rest.kinds import Day, Instant, Name, Text, Texts
from tenure.foundation.rest.paging import MOST_ROWS
from tenure.foundation.rest.wire import Resource, Sql, Wire, absent
from tenure.programme.words import Owner, TouchpointKind, Urgency
from tenure.work.words import Origin, TaskState, TouchpointState

LONGEST_NOTE = 2_000


class Task(Wire):
    """Something that a person has to do, for a customer or of one's own."""

    id: UUID
    customer_id: UUID | None
    customer_name: Annotated[str | None, Sql("c.name")]
    milestone_id: UUID | None
    title: str
    details: str | None
    due_on: Day = Field(alias="dueDate")
    owner_id: UUID | None
    owner_name: Annotated[str | None, Sql("o.name")]
    owner_role: Owner = Field(description="Who it falls to while nobody has taken it.")
    priority: Urgency
    state: TaskState
    ended_at: Instant | None
    ended_by: str | None
    note: str | None
    origin: Origin
    playbook: str | None
    created_at: Instant
    updated_at: Instant


TASKS = Resource(
    Task,
    "work_task t left join customers_customer c on c.id = t.customer_id"
    " left join people_person o on o.id = t.owner_id",
    "t",
)


class TaskFilters(Wire):
    state: list[TaskState] = []
    origin: list[Origin] = []
    owner_id: UUID | None = None
    customer_id: UUID | None = None
    due_before: Day | None = Field(None, description="Due on an earlier day than this.")
    limit: Annotated[int, Field(ge=1, le=MOST_ROWS)] = 20
    page: Annotated[int, Field(ge=1, le=1_000_000)] = 1


class TaskChanges(Wire):
    """What may be said of a task: null clears, absence keeps."""

    title: Name = absent()
    details: Text | None = None
    due_on: Day = absent("dueDate")
    owner_id: UUID | None = None
    owner_role: Owner = absent()
    priority: Urgency = absent()


class NewTask(TaskChanges):
    model_config = ConfigDict(
        json_schema_extra={"example": {"title": "Call the champion", "dueDate": "2026-12-01"}}
    )

    title: Name
    due_on: Day = Field(alias="dueDate")
    customer_id: UUID | None = Field(
        None, description="Without one it is the owner’s own; unless told, the caller’s."
    )


class TaskNote(Wire):
    note: Annotated[Text, Field(max_length=LONGEST_NOTE)] = ""


class Touchpoint(Wire):
    """A contact with a customer: planned for a day, held at an instant, missed or cancelled."""

    id: UUID
    external_id: str | None
    customer_id: UUID
    kind: TouchpointKind
    state: TouchpointState
    subject: str
    notes: str | None
    with_whom: list[str]
    planned_on: Day | None
    happened_at: Instant | None
    owner_id: UUID | None
    owner_name: Annotated[str | None, Sql("o.name")]
    origin: Origin
    created_at: Instant
    updated_at: Instant


TOUCHPOINTS = Resource(
    Touchpoint, "work_touchpoint t left join people_person o on o.id = t.owner_id", "t"
)


class TouchpointFilters(Wire):
    state: list[TouchpointState] = []
    kind: list[TouchpointKind] = []
    limit: Annotated[int, Field(ge=1, le=MOST_ROWS)] = 20
    page: Annotated[int, Field(ge=1, le=1_000_000)] = 1


class TouchpointFacts(Wire):
    """What may be said of a touchpoint: null clears, absence keeps."""

    kind: TouchpointKind = absent()
    subject: Name = absent()
    notes: Text | None = None
    with_whom: Texts = absent()
    planned_on: Day | None = absent("plannedOn")
    happened_at: Instant | None = absent("happenedAt")
    owner_id: UUID | None = None


class TouchpointChanges(TouchpointFacts):
    state: TouchpointState = absent()


class NewTouchpoint(TouchpointFacts):
    """Held now unless told when; one with a day, and no time, is planned."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"kind": "CALL", "subject": "How the week went"}}
    )

    kind: TouchpointKind
    subject: Name
