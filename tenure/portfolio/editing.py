"""Pages that change a customer: add, edit, score."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from tenure.customers import actions
from tenure.customers.models import Customer
from tenure.foundation.refusals import NotAllowed, Refusal
from tenure.health import actions as health
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.portfolio.forms import CustomerForm
from tenure.portfolio.pages import customer_of
from tenure.programme.words import Tier
from tenure.tiering import actions as tiering
from tenure.tiering.proposals import suggested
from tenure.tiering.queries.books import wanted_for

SUGGESTIONS = 3


def editable_customer(request: PersonRequest, customer_id: UUID) -> Customer:
    """The customer, if this person may change it. Who may only see it is told why not."""
    customer = customer_of(request, customer_id)
    if not Customer.objects.editable_by(request.user).filter(id=customer.id).exists():
        csm = customer.success_profile.csm
        raise NotAllowed(
            f"{customer} is in the book of {csm or 'nobody'}. You may change customers in your own."
        )
    return customer


@require_http_methods(["GET", "POST"])
@requires(Permission.CUSTOMERS_EDIT)
def add_customer(request: PersonRequest) -> HttpResponse:
    form = CustomerForm(request.POST or None, person=request.user)
    if request.method == "POST" and form.is_valid():
        given = facts_of(form)
        csm = form.cleaned_data.get("csm")
        if not request.user.may(Permission.CUSTOMERS_ASSIGN):
            csm = request.user
        try:
            customer = actions.create_customer(
                fields={name: value for name, value in given.items() if value not in (None, "")},
                csm=csm, by=request.user, at=timezone.now(),
            )  # fmt: skip
        except Refusal as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, f"{customer} was added.")
            return redirect("customer", customer.id)
    shown = {"form": form, "title": "Add a customer", "may_suggest": "csm" in form.fields}
    return render(request, "portfolio/edit.html", shown, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@requires(Permission.CUSTOMERS_EDIT)
def edit_customer(request: PersonRequest, customer_id: UUID) -> HttpResponse:
    customer = editable_customer(request, customer_id)
    start = {"csm": customer.success_profile.csm_id, "seen_at": customer.updated_at.isoformat()}
    form = CustomerForm(request.POST or None, instance=customer, initial=start, person=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            save_changes(request, customer, form)
        except Refusal as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, f"{form.cleaned_data['name']} is saved.")
            return redirect("customer", customer.id)
    shown = {"form": form, "customer": customer, "title": f"Edit {customer}"}
    if "csm" in form.fields:
        shown |= {"may_suggest": True, "found": suggested(wanted_for(customer))[:SUGGESTIONS]}
    return render(request, "portfolio/edit.html", shown, status=422 if form.errors else 200)


def save_changes(request: PersonRequest, customer: Customer, form: CustomerForm) -> None:
    at, by = timezone.now(), request.user
    changes = facts_of(form)
    tier = Tier(changes.pop("tier"))
    with transaction.atomic():
        changed = actions.change_customer(
            customer=customer, changes=changes, seen_at=seen_at(form), by=by, at=at
        )
        if tier != changed.tier:
            reason = form.cleaned_data["tier_reason"]
            tiering.set_tier(customer=changed, tier=tier, reason=reason, by=by, at=at)
    if "csm" in form.changed_data:
        csm = form.cleaned_data["csm"]
        actions.assign_customer(customer=customer, csm=csm, by=request.user, at=at)


@require_POST
@requires(Permission.HEALTH_SCORE)
def score_customer(request: PersonRequest, customer_id: UUID) -> HttpResponse:
    customer = customer_of(request, customer_id)
    outcome = health.score_customer(customer=customer, by=request.user, at=timezone.now())
    if outcome.scored:
        messages.success(request, "The score is up to date.")
    elif outcome.unchanged:
        messages.success(request, "Nothing has changed since the last score of today.")
    else:
        messages.warning(request, "Nothing is known yet that could be scored.")
    return redirect("customer", customer.id)


def facts_of(form: CustomerForm) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in form.Meta.fields if name in form.fields}


def seen_at(form: CustomerForm) -> datetime | None:
    try:
        return datetime.fromisoformat(form.cleaned_data["seen_at"])
    except ValueError:
        return None


def show_refusal(form: CustomerForm, refusal: Refusal) -> None:
    """Put the words of a refusal beside their fields."""
    for name, words in refusal.fields.items():
        form.add_error(name if name in form.fields else None, words)
    if not refusal.fields:
        form.add_error(None, refusal.message)
