"""The onboarding of a customer: started, followed, paused, taken up again, ended."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from tenure.customers.models import Customer
from tenure.foundation.refusals import Refusal
from tenure.foundation.web.templatetags.saying import today
from tenure.onboarding import actions
from tenure.onboarding.forms import MoveForm, StartForm, ValueForm
from tenure.onboarding.models import Onboarding
from tenure.onboarding.starting import start_onboarding
from tenure.onboarding.values import record_value
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.plans import actions as plans
from tenure.plans.models import Milestone
from tenure.portfolio.editing import editable_customer
from tenure.portfolio.onboarding_view import preview, standing, values
from tenure.portfolio.pages import shell_of
from tenure.portfolio.said_pages import looked_up


@require_http_methods(["GET", "POST"])
@requires(Permission.CUSTOMERS_VIEW)
def onboarding_page(request: PersonRequest, customer_id: UUID) -> HttpResponse:
    """How it goes; where none was started, a preview of the days that a kickoff would give."""
    customer = looked_up(request, customer_id)
    if request.method == "POST":
        return _start(request, customer)
    newest = Onboarding.objects.filter(customer=customer).order_by("-kickoff_on", "-id").first()
    shown = shell_of(request, customer, "onboarding")
    shown |= {"value_form": ValueForm(today=today()), "values": values(customer)}
    if newest and (newest.is_under_way or "again" not in request.GET):
        shown |= standing(newest)
    else:
        shown |= preview(request, customer)
    return render(request, "onboarding/customer.html", shown)


def _start(request: PersonRequest, customer: Customer) -> HttpResponse:
    form = StartForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Say on which day the kickoff is.")
        return redirect("customer-onboarding", customer.id)
    told = form.cleaned_data
    return _said(request, customer, "The onboarding is under way.", lambda: start_onboarding(
        customer=customer, kickoff_on=told["kickoff_on"], by=request.user, at=timezone.now()
    ))  # fmt: skip


@require_POST
@requires(Permission.CUSTOMERS_EDIT)
def work_on_onboarding(request: PersonRequest, customer_id: UUID) -> HttpResponse:
    """Pause it, take it up again, complete it, cancel it."""
    customer = editable_customer(request, customer_id)
    found = Onboarding.objects.filter(customer=customer).order_by("-kickoff_on", "-id")
    onboarding = get_object_or_404(found[:1])
    told: dict[str, Any] = {"onboarding": onboarding, "by": request.user, "at": timezone.now()}
    reason = request.POST.get("reason", "")
    match request.POST.get("do"):
        case "pause":
            return _said(request, customer, "It is on hold.",
                         lambda: actions.pause_onboarding(reason=reason, **told))  # fmt: skip
        case "resume":
            return _said(request, customer, "It goes on; what was open has moved.",
                         lambda: actions.resume_onboarding(**told))  # fmt: skip
        case "cancel":
            return _said(request, customer, "It is cancelled.",
                         lambda: actions.cancel_onboarding(reason=reason, **told))  # fmt: skip
        case _:
            return _said(request, customer, "The onboarding is completed.",
                         lambda: actions.complete_onboarding(**told))  # fmt: skip


@require_POST
@requires(Permission.CUSTOMERS_EDIT)
def work_on_step(request: PersonRequest, customer_id: UUID, milestone_id: UUID) -> HttpResponse:
    """Complete a milestone, or move it and those after it."""
    customer = editable_customer(request, customer_id)
    step = get_object_or_404(Milestone, id=milestone_id, plan__customer=customer)
    now, form = timezone.now(), MoveForm(request.POST)
    if request.POST.get("do") == "move":
        if not form.is_valid():
            messages.error(request, "Say to which day.")
            return redirect("customer-onboarding", customer.id)
        return _said(request, customer, f"Moved “{step}”.", lambda: plans.move_milestone(
            milestone=step, by=request.user, at=now, **form.cleaned_data))  # fmt: skip
    return _said(request, customer, f"“{step}” is completed.", lambda: plans.complete_milestone(
        milestone=step, completed_on=today(), by=request.user, at=now))  # fmt: skip


@require_POST
@requires(Permission.CUSTOMERS_EDIT)
def add_value(request: PersonRequest, customer_id: UUID) -> HttpResponse:
    customer, form = editable_customer(request, customer_id), ValueForm(request.POST, today=today())
    if not form.is_valid():
        messages.error(request, " ".join(f"{k}: {v[0]}" for k, v in form.errors.items()))
        return redirect("customer-onboarding", customer.id)
    return _said(request, customer, "Written down.", lambda: record_value(
        customer=customer, fields=form.cleaned_data, by=request.user, at=timezone.now()))  # fmt: skip


def _said(
    request: PersonRequest, customer: Customer, words: str, do: Callable[[], object]
) -> HttpResponse:
    """Do it and say so, or say why not."""
    try:
        do()
    except Refusal as refusal:
        messages.warning(request, refusal.message)
    else:
        messages.success(request, words)
    return redirect("customer-onboarding", customer.id)
