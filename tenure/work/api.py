"""Tasks over the API."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from ninja import Query, Router

from tenure.customers.finding import editable_customer
from tenure.foundation.checking import cleared
from tenure.foundation.database.prepared import first_value
from tenure.foundation.rest import answers
from tenure.foundation.rest.once import once
from tenure.foundation.rest.paging import numbered
from tenure.foundation.rest.versions import seen_at
from tenure.people.callers import ApiRequest, Area, reads, writes
from tenure.people.permissions import Permission
from tenure.work import actions, models
from tenure.work.finding import editable_task, visible_task, with_owner
from tenure.work.schemas import TASKS, NewTask, Task, TaskChanges, TaskFilters, TaskNote

router = Router(tags=["Tasks and touchpoints"], by_alias=True)
NO_NOTE = TaskNote()
ONE_TASK = {200: answers.answer_of(Task, "Task")}
WHERE = """
where (t.customer_id is not null or t.owner_id = %(caller)s)
    and (cardinality(%(state)s::text[]) = 0 or t.state = any(%(state)s))
    and (cardinality(%(origin)s::text[]) = 0 or t.origin = any(%(origin)s))
    and (%(owner)s::uuid is null or t.owner_id = %(owner)s)
    and (%(customer)s::uuid is null or t.customer_id = %(customer)s)
    and (%(due_before)s::date is null or t.due_on < %(due_before)s)
"""
EARLIEST = " order by t.due_on, t.id limit %(limit)s offset %(skip)s"


@router.get("/tasks", response=answers.page_schema(Task, "Tasks"))
@reads(Area.WORK)
def list_tasks(request: ApiRequest, filters: Query[TaskFilters]) -> HttpResponse:
    """Tasks, the earliest day first: those about customers, and the caller's own."""
    if not request.auth.person.may(Permission.CUSTOMERS_VIEW):
        return answers.listed(b"[]", answers.empty_page(filters.page, filters.limit))
    told: dict[str, Any] = {
        "caller": request.auth.person.id,
        "state": [state.value for state in filters.state],
        "origin": [origin.value for origin in filters.origin],
        "owner": filters.owner_id,
        "customer": filters.customer_id,
        "due_before": filters.due_before,
        "limit": filters.limit,
        "skip": (filters.page - 1) * filters.limit,
    }
    total = first_value(f"select count(*) from work_task t {WHERE}", told)
    page = numbered(filters.page, filters.limit, total) | {"nextCursor": None}
    return answers.listed(first_value(TASKS.objects(WHERE + EARLIEST), told), page)


@router.post("/tasks", response={201: answers.answer_of(Task, "NewTask")})
@writes(Area.WORK)
@once
def add_task(request: ApiRequest, body: NewTask) -> HttpResponse:
    """Add a task, for a customer that the caller may change, or one of the caller's own."""
    facts = with_owner(cleared(models.Task, body.given))
    customer_id = facts.pop("customer_id", None)
    customer = editable_customer(customer_id, request.auth.person) if customer_id else None
    if customer is None:
        facts.setdefault("owner", request.auth.person)
    task = actions.add_task(customer=customer, fields=facts, by=request.auth, at=timezone.now())
    return shown(task.id, 201)


@router.get("/tasks/{task_id}", response=ONE_TASK)
@reads(Area.WORK)
def show_task(request: ApiRequest, task_id: UUID) -> HttpResponse:
    """A task."""
    visible_task(task_id, request.auth.person)
    return shown(task_id)


@router.put("/tasks/{task_id}", response=ONE_TASK)
@writes(Area.WORK)
def change_task(request: ApiRequest, task_id: UUID, body: TaskChanges) -> HttpResponse:
    """Change what is sent of an open task, and keep the rest."""
    actions.change_task(
        task=editable_task(task_id, request.auth.person),
        changes=with_owner(cleared(models.Task, body.given)),
        seen_at=seen_at(request),
        by=request.auth,
        at=timezone.now(),
    )
    return shown(task_id)


@router.post("/tasks/{task_id}/complete", response={201: answers.answer_of(Task, "CompletedTask")})
@writes(Area.WORK)
@once
def complete_task(request: ApiRequest, task_id: UUID, body: TaskNote = NO_NOTE) -> HttpResponse:
    """Say that a task is done, and what came of it. One that ended already stays as it is."""
    task = editable_task(task_id, request.auth.person)
    actions.complete_tasks(tasks=[task.id], note=body.note, by=request.auth, at=timezone.now())
    return shown(task_id, 201)


@router.post("/tasks/{task_id}/cancel", response={201: answers.answer_of(Task, "CancelledTask")})
@writes(Area.WORK)
@once
def cancel_task(request: ApiRequest, task_id: UUID, body: TaskNote = NO_NOTE) -> HttpResponse:
    """Say that a task will not be done, and why. One that ended already stays as it is."""
    task = editable_task(task_id, request.auth.person)
    actions.cancel_tasks(tasks=[task.id], note=body.note, by=request.auth, at=timezone.now())
    return shown(task_id, 201)


@router.post("/tasks/{task_id}/reopen", response={201: answers.answer_of(Task, "ReopenedTask")})
@writes(Area.WORK)
@once
def reopen_task(request: ApiRequest, task_id: UUID) -> HttpResponse:
    """Open a task again that is done or cancelled. One that is open stays as it is."""
    task = editable_task(task_id, request.auth.person)
    actions.reopen_tasks(tasks=[task.id], by=request.auth, at=timezone.now())
    return shown(task_id, 201)


def shown(task_id: UUID, status: int = 200) -> HttpResponse:
    return answers.row(TASKS, "where t.id = %s", [task_id], status)
