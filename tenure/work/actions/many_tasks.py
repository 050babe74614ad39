"""Tasks by one or by many: done, cancelled, opened again, handed over, moved. Those that are in no
state for a deed are left as they are, and the deed says how many it changed."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from tenure.foundation.audit.trail import Author, deed, leave_no_trace, tell
from tenure.foundation.checking import save
from tenure.people.models import Person
from tenure.work.actions.tasks import for_whom, refuse_idle
from tenure.work.models import Task
from tenure.work.words import TaskState

LONGEST = 200


@deed("task.completed", "did {tasks}{subject}")
def complete_tasks(*, tasks: Sequence[UUID], note: str = "", by: Author, at: datetime) -> int:
    changes = {"state": TaskState.DONE, "ended_at": at, "ended_by": str(by)[:LONGEST], "note": note}
    return _changed(_locked(tasks, TaskState.OPEN), changes)


@deed("task.cancelled", "cancelled {tasks}{subject}")
def cancel_tasks(*, tasks: Sequence[UUID], note: str = "", by: Author, at: datetime) -> int:
    changes = {
        "state": TaskState.CANCELLED,
        "ended_at": at,
        "ended_by": str(by)[:LONGEST],
        "note": note,
    }
    return _changed(_locked(tasks, TaskState.OPEN), changes)


@deed("task.reopened", "opened {tasks} again{subject}")
def reopen_tasks(*, tasks: Sequence[UUID], by: Author, at: datetime) -> int:
    changes = {"state": TaskState.OPEN, "ended_at": None, "ended_by": ""}
    return _changed(_locked(tasks, TaskState.DONE, TaskState.CANCELLED), changes)


@deed("task.assigned", "handed {tasks}{subject} to {owner}")
def hand_over_tasks(
    *, tasks: Sequence[UUID], owner: Person | None, by: Author, at: datetime
) -> int:
    refuse_idle(owner)
    tell(owner=owner.name if owner else "nobody")
    return _changed(_locked(tasks, TaskState.OPEN), {"owner": owner})


@deed("task.moved", "moved {tasks}{subject} by {days} days")
def move_tasks(*, tasks: Sequence[UUID], days: int, by: Author, at: datetime) -> int:
    """To so many days after today or, for a task that is still ahead, after its own day."""
    found = _locked(tasks, TaskState.OPEN)
    for task in found:
        task.due_on = max(task.due_on, at.date()) + timedelta(days=days)
    tell(days=days)
    return _changed(found, {})


def _locked(tasks: Sequence[UUID], *states: TaskState) -> list[Task]:
    """The tasks, in the one order that everybody locks in."""
    found = Task.objects.filter(id__in=list(tasks), state__in=states).order_by("id")
    return list(found.select_related("customer").select_for_update(of=["self"], no_key=True))


def _changed(found: Sequence[Task], changes: Mapping[str, object]) -> int:
    for task in found:
        for name, value in changes.items():
            setattr(task, name, value)
        save(task)
    if not found:
        leave_no_trace()
    one = found[0] if len(found) == 1 else None
    tell(
        customer_id=one.customer_id if one else None,
        tasks=f"the task “{one}”" if one else f"{len(found):,} tasks",
        subject=for_whom(one),
    )
    return len(found)
