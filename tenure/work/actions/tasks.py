"""Tasks: added by hand or from a template, and changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tenure.customers.models import Customer
from tenure.foundation.audit.trail import Author, deed, leave_no_trace, tell
from tenure.foundation.checking import refuse_changed, save
from tenure.foundation.refusals import Conflict, Invalid
from tenure.people.models import Person
from tenure.people.permissions import Permission
from tenure.plans.models import Milestone
from tenure.programme.words import Owner, Urgency
from tenure.work.models import Task
from tenure.work.words import Origin, TaskState


class AlreadyEnded(Conflict):
    """A task that is done or cancelled is opened again before it is changed."""


@dataclass(frozen=True, kw_only=True)
class PlannedTask:
    """A task as a template plans it. `key` says which one it is, so that it is made only once."""

    key: str
    title: str
    due_on: date
    owner: Person | None = None
    owner_role: Owner = Owner.CSM
    priority: Urgency = Urgency.MEDIUM
    details: str = ""
    playbook: str = ""
    milestone: Milestone | None = None


@deed("task.added", "added the task “{task}”{subject}")
def add_task(
    *, customer: Customer | None, fields: Mapping[str, Any], by: Author, at: datetime
) -> Task:
    task = Task(customer=customer, created_at=at, **fields)
    refuse_idle(task.owner)
    save(task)
    _tell(task)
    return task


@deed("tasks.planned", "planned {tasks}{subject}")
def add_tasks(
    *,
    customer: Customer,
    tasks: Sequence[PlannedTask],
    origin: Origin,
    by: Author,
    at: datetime,
) -> list[Task]:
    """Tasks from a template. One that was made before, by its key, is left as it is."""
    there = Task.objects.filter(customer=customer, origin=origin)
    known = set(there.values_list("origin_key", flat=True))
    made = [
        Task(
            customer=customer, title=task.title, due_on=task.due_on, owner=task.owner,
            owner_role=task.owner_role, priority=task.priority, details=task.details,
            playbook=task.playbook, milestone=task.milestone, origin=origin, origin_key=task.key,
            created_at=at,
        )
        for task in tasks
        if task.key not in known
    ]  # fmt: skip
    Task.objects.bulk_create(made, ignore_conflicts=True)
    if not made:
        leave_no_trace()
    tell(
        customer_id=customer.id,
        subject=f" for {customer.name}",
        tasks=f"{len(made)} task{'' if len(made) == 1 else 's'}",
    )
    return made


@deed("task.changed", "changed the task “{task}”{subject}")
def change_task(
    *,
    task: Task,
    changes: Mapping[str, Any],
    seen_at: datetime | None = None,
    by: Author,
    at: datetime,
) -> Task:
    task = (
        Task.objects.select_for_update(of=["self"], no_key=True)
        .select_related("customer")
        .get(id=task.id)
    )
    refuse_changed(task, seen_at)
    if task.state != TaskState.OPEN:
        raise AlreadyEnded(f"“{task}” is {task.get_state_display().lower()}. Open it again first.")
    for name, value in changes.items():
        setattr(task, name, value)
    refuse_idle(task.owner)
    save(task)
    _tell(task)
    return task


def refuse_idle(owner: Person | None) -> None:
    if owner and not owner.may(Permission.CUSTOMERS_EDIT):
        words = f"{owner} does not look after customers."
        raise Invalid(words, {"owner": words})


def for_whom(task: Task | None) -> str:
    """The end of a sentence about a task: “ for Acme”, or nothing."""
    return f" for {task.customer.name}" if task and task.customer else ""


def _tell(task: Task) -> None:
    tell(customer_id=task.customer_id, task=task.title, subject=for_whom(task))
