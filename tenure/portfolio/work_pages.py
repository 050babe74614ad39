"""What is to be done for a customer, what was done with it, and what its tier is promised."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from tenure.customers.models import Customer
from tenure.foundation.refusals import Refusal
from tenure.foundation.web.templatetags.saying import today
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.portfolio.editing import editable_customer
from tenure.portfolio.pages import shell_of
from tenure.portfolio.said_pages import looked_up
from tenure.programme.words import Tier
from tenure.work import actions
from tenure.work.forms import TouchpointForm
from tenure.work.models import Task, Touchpoint
from tenure.work.queries import kept_in
from tenure.work.words import TaskState, TouchpointState
from tenure.work.working_pages import undo_of

TOUCHPOINTS_SHOWN = 50
TASKS_SHOWN = 100


@require_http_methods(["GET", "POST"])
@requires(Permission.CUSTOMERS_VIEW)
def work_page(request: PersonRequest, customer_id: UUID) -> HttpResponse:
    """Tasks and touchpoints; who may change the customer writes a touchpoint down here."""
    customer = looked_up(request, customer_id)
    form = TouchpointForm(request.POST or None, today=today())
    if request.method == "POST" and form.is_valid():
        said = _write_down(request, customer, form)
        messages.success(request, said)
        return redirect("customer-work", customer.id)
    shown = shell_of(request, customer, "work") | _work_of(customer) | {"form": form}
    shown["undo"] = undo_of(request)
    return render(request, "portfolio/work.html", shown, status=422 if form.errors else 200)


def _work_of(customer: Customer) -> dict[str, object]:
    day = today()
    touchpoints = Touchpoint.objects.filter(customer=customer).select_related("owner")
    tasks = Task.objects.filter(customer=customer, state=TaskState.OPEN)
    return {
        "day": day,
        "open_tasks": tasks.select_related("owner", "milestone").order_by("due_on", "id")[:TASKS_SHOWN],
        "ahead": touchpoints.filter(state=TouchpointState.PLANNED).order_by("planned_on", "id"),
        "past": touchpoints.exclude(state=TouchpointState.PLANNED).order_by(
            "-happened_at", "-planned_on"
        )[:TOUCHPOINTS_SHOWN],
        "kept": kept_in(day, {customer.id: Tier(customer.tier)})[customer.id],
    }  # fmt: skip


def _write_down(request: PersonRequest, customer: Customer, form: TouchpointForm) -> str:
    told, now = form.cleaned_data, timezone.now()
    if told["day"] > today():
        fields = form.facts | {"planned_on": told["day"]}
        actions.plan_touchpoint(customer=customer, fields=fields, by=request.user, at=now)
        return f"Planned “{told['subject']}”."
    fields = form.facts | {"happened_at": form.happened_at(now)}
    actions.log_touchpoint(customer=customer, fields=fields, by=request.user, at=now)
    return f"Written down: “{told['subject']}”."


@require_POST
@requires(Permission.CUSTOMERS_EDIT)
def end_touchpoint(request: PersonRequest, customer_id: UUID, touchpoint_id: UUID) -> HttpResponse:
    """A planned touchpoint took place, was missed, or will not be."""
    customer, now = editable_customer(request, customer_id), timezone.now()
    touchpoint = get_object_or_404(Touchpoint, id=touchpoint_id, customer=customer)
    do = request.POST.get("do")
    try:
        if do == "hold":
            actions.hold_touchpoint(touchpoint=touchpoint, by=request.user, at=now)
        else:
            actions.end_touchpoint(
                touchpoint=touchpoint, was_missed=do == "miss", by=request.user, at=now
            )
    except Refusal as refusal:
        messages.warning(request, refusal.message)
    else:
        messages.success(request, f"Noted: “{touchpoint}”.")
    return redirect("customer-work", customer.id)
