"""The list of tasks, adding one, and a task."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from tenure.customers.models import Customer
from tenure.foundation.web.templatetags.saying import today
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.work import actions
from tenure.work.books import kept_in_book
from tenure.work.forms import MOVES, TaskForm
from tenure.work.models import Task
from tenure.work.tasks import OWNERS, ROWS, TaskList, grouped
from tenure.work.working_pages import back_of, undo_of


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
        "origins": asked.origins(),
        "next": asked.address(page=str(page.number + 1)) if page.has_next() else "",
        "previous": asked.address(page=str(page.number - 1)) if page.has_previous() else "",
        "may_work": request.user.may(Permission.CUSTOMERS_EDIT),
        "book": kept_in_book(day, request.user) if asked.is_of_today else None,
        "undo": undo_of(request),
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
    form.fields["owner"].required = customer is None
    if request.method == "POST" and form.is_valid():
        actions.add_task(
            customer=customer, fields=form.cleaned_data, by=request.user, at=timezone.now()
        )
        messages.success(request, f"Added “{form.cleaned_data['title']}”.")
        return redirect(back_of(request))
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
    form.fields["owner"].required = row.customer_id is None
    if request.method == "POST" and form.is_valid():
        actions.change_task(task=row, changes=form.cleaned_data, by=request.user, at=timezone.now())
        messages.success(request, "Saved.")
        return redirect("task", row.id)
    shown = {"task": row, "form": form, "may_edit": may_edit, "late": row.is_late(today())}
    shown |= {"moves": MOVES, "back": request.path, "is_open": row.state == "OPEN"}
    return render(request, "work/task.html", shown, status=422 if form.errors else 200)


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
