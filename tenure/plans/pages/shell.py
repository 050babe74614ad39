"""What the pages of one plan share: looking it up, doing something, saying so or why not."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django_htmx.middleware import HtmxDetails

from tenure.foundation.refusals import Refusal
from tenure.people.guards import PersonRequest
from tenure.plans.finding import editable_plan
from tenure.plans.models import Milestone, Objective, SuccessPlan


def own_plan(request: PersonRequest, plan_id: UUID) -> SuccessPlan:
    """The plan, if this person may change it."""
    return editable_plan(plan_id, request.user)


def plan_of(request: PersonRequest, plan_id: UUID) -> SuccessPlan:
    """The plan to be read or, when something is sent, changed."""
    if request.method == "POST":
        return own_plan(request, plan_id)
    seen = SuccessPlan.objects.visible_to(request.user)
    found: SuccessPlan = get_object_or_404(seen.select_related("customer"), id=plan_id)
    return found


def milestone_of(plan: SuccessPlan, milestone_id: UUID) -> Milestone:
    return get_object_or_404(plan.milestones.select_related("owned_by"), id=milestone_id)


def objective_of(plan: SuccessPlan, objective_id: UUID) -> Objective:
    return get_object_or_404(plan.objectives, id=objective_id)


def shell(request: PersonRequest, plan: SuccessPlan) -> dict[str, Any]:
    may_edit = SuccessPlan.objects.editable_by(request.user).filter(id=plan.id).exists()
    return {"plan": plan, "customer": plan.customer, "may_edit": may_edit}


def back_to(plan: SuccessPlan, place: str = "") -> HttpResponse:
    return redirect(reverse("plan", args=[plan.id]) + (f"#{place}" if place else ""))


def said(request: PersonRequest, words: str, do: Callable[[], object]) -> bool:
    """Do it and say so, or say why not."""
    try:
        do()
    except Refusal as refusal:
        messages.warning(request, refusal.message)
        return False
    if words:
        messages.success(request, words)
    return True


def refused(form: forms.Form, do: Callable[[], object]) -> bool:
    """Do it; a refusal stands beside the fields that it is about."""
    try:
        do()
    except Refusal as refusal:
        for name, words in refusal.fields.items():
            form.add_error(name if name in form.fields else None, words)
        if not refusal.fields:
            form.add_error(None, refusal.message)
        return True
    return False


def form_page(
    request: PersonRequest, plan: SuccessPlan, form: forms.Form, **told: Any
) -> HttpResponse:
    """A form as a page of its own or, for htmx, alone, to stand where its button was."""
    htmx: HtmxDetails = request.htmx  # type: ignore[attr-defined]
    is_fragment = bool(htmx) and not htmx.history_restore_request
    shown = shell(request, plan) | {"form": form, "is_fragment": is_fragment} | told
    template = "plans/form.html" if is_fragment else "plans/form_page.html"
    return render(request, template, shown, status=422 if form.errors else 200)
