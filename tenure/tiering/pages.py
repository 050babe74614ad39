"""Looking at all tiers now, and deciding about what was proposed."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from tenure.foundation.refusals import NotAllowed, Refusal
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.tiering import actions
from tenure.tiering.forms import DecisionForm
from tenure.tiering.models import TierChange
from tenure.tiering.words import ChangeState


@require_POST
@requires(Permission.CUSTOMERS_EDIT_ALL)
def review(request: PersonRequest) -> HttpResponse:
    """Look at everybody's tier who was not looked at in this period yet."""
    outcome = actions.review_all_tiers(by=request.user, at=timezone.now())
    if not outcome.reviewed:
        messages.info(request, "Everybody's tier was looked at in this period already.")
    else:
        messages.success(
            request,
            f"Looked at the tiers of {outcome.reviewed:,} customer{'' if outcome.reviewed == 1 else 's'}:"
            f" {outcome.up:,} should move up,"
            f" {outcome.down:,} down.",
        )
    return redirect("tiers")


@require_POST
@requires(Permission.CUSTOMERS_EDIT)
def decide(request: PersonRequest, change_id: UUID) -> HttpResponse:
    """Accept or decline a change of a customer that this person may change."""
    visible = TierChange.objects.visible_to(request.user).select_related("customer")
    change = get_object_or_404(visible, id=change_id)
    if not TierChange.objects.editable_by(request.user).filter(id=change.id).exists():
        raise NotAllowed(f"{change.customer} is not in your book.")
    form = DecisionForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Accept the change, or decline it and say why.")
        return redirect(_back(request))
    try:
        messages.success(request, _decided(change, form.cleaned_data, request))
    except Refusal as refusal:
        messages.error(request, refusal.message)
    return redirect(_back(request))


def _decided(change: TierChange, told: dict[str, str], request: PersonRequest) -> str:
    by, at, customer = request.user, timezone.now(), change.customer
    if told["do"] == "decline":
        actions.decline_change(change=change, note=told["note"], by=by, at=at)
        return f"{customer} stays in {customer.get_tier_display()}."
    change = actions.accept_change(change=change, by=by, at=at)
    if change.state == ChangeState.ANNOUNCED:
        return (
            f"{customer} moves to {change.get_to_tier_display()} on {change.takes_effect_on:%-d %B %Y}."
            f" Tell them by {change.notice_by:%-d %B %Y}."
        )
    return f"{customer} is in {change.get_to_tier_display()} from today on."


def _back(request: PersonRequest) -> str:
    told = request.POST.get("back", "")
    is_ours = told.startswith("/") and url_has_allowed_host_and_scheme(told, None)
    return told if is_ours else reverse("tiers")
