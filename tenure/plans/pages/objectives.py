"""Objectives on pages: added, changed in place, measured, dropped."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from tenure.foundation.web.templatetags.saying import today
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.plans import actions
from tenure.plans.forms import MeasurementForm, ObjectiveForm
from tenure.plans.pages.shell import (
    back_to,
    form_page,
    objective_of,
    own_plan,
    plan_of,
    refused,
    said,
    shell,
)
from tenure.plans.queries import percent_of

MEASUREMENTS_SHOWN = 100


@require_http_methods(["GET", "POST"])
@requires(Permission.CUSTOMERS_EDIT)
def add_objective(request: PersonRequest, plan_id: UUID) -> HttpResponse:
    plan, form = own_plan(request, plan_id), ObjectiveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        fields, now = form.cleaned_data, timezone.now()
        if not refused(
            form,
            lambda: actions.add_objective(plan=plan, fields=fields, by=request.user, at=now),
        ):
            return back_to(plan, "objectives")
    return form_page(request, plan, form, title="Add an objective", place="objectives")


@require_http_methods(["GET", "POST"])
@requires(Permission.CUSTOMERS_EDIT)
def edit_objective(request: PersonRequest, plan_id: UUID, objective_id: UUID) -> HttpResponse:
    """Change an objective, drop it or take it up again."""
    plan = own_plan(request, plan_id)
    objective, now = objective_of(plan, objective_id), timezone.now()
    told: dict[str, Any] = {"objective": objective, "by": request.user, "at": now}
    if request.POST.get("do") in ("drop", "restore"):
        is_drop = request.POST["do"] == "drop"
        deed = actions.drop_objective if is_drop else actions.restore_objective
        words = f"“{objective}” is {'dropped' if is_drop else 'aimed at again'}."
        said(request, words, lambda: deed(**told))
        return back_to(plan, "objectives")
    start = {name: getattr(objective, name) for name in ObjectiveForm.base_fields}
    form = ObjectiveForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        changes = form.cleaned_data
        if not refused(form, lambda: actions.change_objective(changes=changes, **told)):
            return back_to(plan, "objectives")
    return form_page(request, plan, form, title=f"Change “{objective}”", place="objectives",
                     drops=objective.dropped_on is None)  # fmt: skip


@require_http_methods(["GET", "POST"])
@requires(Permission.CUSTOMERS_VIEW)
def measure(request: PersonRequest, plan_id: UUID, objective_id: UUID) -> HttpResponse:
    """What was measured of an objective; who may change the plan writes a value down."""
    plan = plan_of(request, plan_id)
    objective = objective_of(plan, objective_id)
    form = MeasurementForm(request.POST or None, initial={"measured_on": today()})
    if request.method == "POST" and form.is_valid():
        fields, now = form.cleaned_data, timezone.now()
        if not refused(
            form,
            lambda: actions.measure_objective(
                objective=objective, by=request.user, at=now, **fields
            ),
        ):
            return back_to(plan, "objectives")
    measured = objective.measurements.order_by("-measured_on", "-id")[:MEASUREMENTS_SHOWN]
    shown = shell(request, plan) | {"objective": objective, "form": form, "measured": measured}
    shown |= {"percent": percent_of(objective)}
    return render(request, "plans/objective.html", shown, status=422 if form.errors else 200)
