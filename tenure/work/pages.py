"""The list of tasks, adding one, and what is done with those that are chosen."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tenure.customers.models import Customer
from tenure.foundation.web.templatetags.saying import today
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.work import actions
from tenure.work.forms import MOVES, TaskForm, WorkForm
from tenure.work.models import Task
from tenure.work.tasks import OWNERS, ROWS, TaskList, grouped
from tenure.work.words import Origin

SAID = {
    "done": "Done:", "cancel": "Cancelled:", "reopen": "Open again:", "move": "Moved", "take": "Yours:",
}  # fmt: skip


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def task_list(request: PersonRequest) -> HttpResponse:
    asked, day = TaskList.asked(request.GET, request.user), today()
    page = Paginator(asked.rows, ROWS).get_page(request.GET.get("page"))
    counts = asked.counts(day)
    shown = {
        "tasks": asked,
        "page": page,
        "groups": grouped(list(page), day),
        "counts": counts,
        "states": [("open", "Open", asked.address(state="open"), counts["open"]),
                   ("ended", "Done", asked.address(state="ended"), counts["ended"])],
        "owners": [(code, words, asked.address(owner=code)) for code, words in OWNERS],
        "origins": [(o, asked.address(origin="" if o == asked.origin else o.value)) for o in Origin],
        "next": asked.address(page=str(page.number + 1)) if page.has_next() else "",
        "previous": asked.address(page=str(page.number - 1)) if page.has_previous() else "",
        "may_work": request.user.may(Permission.CUSTOMERS_EDIT),
        "undo": request.GET.getlist("undo"),
        "moves": MOVES,
        "back": asked.address(),
        "day": day,
        "is_open": asked.state == "open",
    }  # fmt: skip
    return render(request, "work/tasks.html", shown)


@require_http_methods(["GET", "POST"])
@requires(Permission.CUSTOMERS_EDIT)
def add_task(request: PersonRequest) -> HttpResponse:
    customer = _customer(request)
    form = TaskForm(request.POST or None, today=today(), person=request.user)
    if request.method == "POST" and form.is_valid():
        actions.add_task(
            customer=customer, fields=form.cleaned_data, by=request.user, at=timezone.now()
        )
        messages.success(request, f"Added “{form.cleaned_data['title']}”.")
        return redirect(_back(request))
    shown = {"form": form, "customer": customer, "back": request.GET.get("back", "")}
    return render(request, "work/add_task.html", shown, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@requires(Permission.CUSTOMERS_VIEW)
def task(request: PersonRequest, task_id: UUID) -> HttpResponse:
    """One task; who may change it does so here."""
    scope = "visible_to" if request.method == "GET" else "editable_by"
    found = getattr(Task.objects, scope)(request.user).select_related("customer", "owner")
    row = get_object_or_404(found, id=task_id)
    may_edit = Task.objects.editable_by(request.user).filter(id=row.id).exists()
    now = {name: getattr(row, name) for name in TaskForm.base_fields}
    form = TaskForm(request.POST or None, today=today(), person=request.user, initial=now)
    if request.method == "POST" and form.is_valid():
        actions.change_task(task=row, changes=form.cleaned_data, by=request.user, at=timezone.now())
        messages.success(request, "Saved.")
        return redirect("task", row.id)
    shown = {"task": row, "form": form, "may_edit": may_edit, "late": row.is_late(today())}
    shown |= {"moves": MOVES, "back": request.path, "is_open": row.state == "OPEN"}
    return render(request, "work/task.html", shown, status=422 if form.errors else 200)


@require_POST
@requires(Permission.CUSTOMERS_EDIT)
def work(request: PersonRequest) -> HttpResponse:
    """Do one thing with the tasks that were chosen, as far as they are this person's to work on."""
    form, chosen = WorkForm(request.POST), _mine(request)
    if not form.is_valid() or not chosen:
        messages.error(request, "Choose tasks that are yours, or of customers that you look after.")
        return redirect(_back(request))
    told = form.cleaned_data
    changed = _do(told, chosen, request)
    messages.success(request, f"{SAID[told['do']]} {changed} task{'' if changed == 1 else 's'}.")
    address = _back(request)
    if told["do"] in ("done", "cancel") and address.startswith(reverse("tasks")):
        sign = "&" if "?" in address else "?"
        address += sign + "&".join(f"undo={one}" for one in chosen)
    return redirect(address)


def _do(told: dict[str, Any], chosen: list[UUID], request: PersonRequest) -> int:
    by: dict[str, Any] = {"tasks": chosen, "by": request.user, "at": timezone.now()}
    match told["do"]:
        case "done":
            return actions.complete_tasks(note=told["note"], **by)
        case "cancel":
            return actions.cancel_tasks(note=told["note"], **by)
        case "move":
            return actions.move_tasks(days=told["days"] or 1, **by)
        case "take":
            return actions.hand_over_tasks(owner=request.user, **by)
        case _:
            return actions.reopen_tasks(**by)


def _mine(request: PersonRequest) -> list[UUID]:
    """Those of the tasks in the form that this person may work on."""
    try:
        chosen = [UUID(told) for told in request.POST.getlist("task")]
    except ValueError:
        return []
    found = Task.objects.editable_by(request.user).filter(id__in=chosen)
    return list(found.values_list("id", flat=True))


def _customer(request: PersonRequest) -> Customer | None:
    """The customer that the address names, if any; one that may not be changed is not there."""
    told = request.GET.get("customer", "")
    if not told:
        return None
    try:
        number = UUID(told)
    except ValueError:
        number = UUID(int=0)
    return get_object_or_404(Customer.objects.editable_by(request.user), id=number)


def _back(request: PersonRequest) -> str:
    told = request.POST.get("back", "") or request.GET.get("back", "")
    address = reverse("tasks") + told if told.startswith("?") else told
    is_ours = url_has_allowed_host_and_scheme(address, None)
    return address if address.startswith("/") and is_ours else reverse("tasks")
