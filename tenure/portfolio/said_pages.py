"""Pages on which people say what they make of a customer's health: pulses, and scores set by hand."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from tenure.customers.models import Customer
from tenure.foundation.refusals import Invalid, Refusal
from tenure.foundation.web.templatetags.saying import day, today
from tenure.health import judging, overriding
from tenure.health.models import Override, Pulse
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.portfolio.editing import editable_customer
from tenure.portfolio.pages import customer_of, shell_of
from tenure.portfolio.said import override_of
from tenure.portfolio.said_forms import OverrideForm, PulseForm

PULSES_SHOWN = 50
OVERRIDES_SHOWN = 20


@require_http_methods(["GET", "POST"])
@requires(Permission.CUSTOMERS_VIEW)
def pulse_page(request: PersonRequest, customer_id: UUID) -> HttpResponse:
    """The pulses of a customer; who may change the customer gives one here."""
    customer = looked_up(request, customer_id)
    form = PulseForm(request.POST or None, today=today())
    if request.method == "POST" and form.is_valid():
        try:
            given = judging.give_pulse(
                customer=customer, by=request.user, at=timezone.now(), **form.cleaned_data
            )
        except Invalid as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, f"Your pulse of {customer} is {given.words.lower()}.")
            return redirect("customer", customer.id)
    pulses = Pulse.objects.filter(customer=customer).order_by("-given_at")[:PULSES_SHOWN]
    shown = shell_of(request, customer, "overview")
    shown |= {"form": form, "pulses": pulses, "newest": Pulse.objects.newest_of(customer.id)}
    return render(request, "portfolio/pulse.html", shown, status=422 if form.errors else 200)


@require_POST
@requires(Permission.CUSTOMERS_EDIT)
def withdraw_pulse(request: PersonRequest, customer_id: UUID) -> HttpResponse:
    customer = editable_customer(request, customer_id)
    pulse = Pulse.objects.newest_of(customer.id)
    if pulse is None:
        messages.warning(request, f"There is no pulse of {customer} to take back.")
    else:
        judging.withdraw_pulse(pulse=pulse, by=request.user, at=timezone.now())
        messages.success(request, "The pulse is taken back.")
    return redirect("customer", customer.id)


@require_http_methods(["GET", "POST"])
@requires(Permission.CUSTOMERS_VIEW)
def override_page(request: PersonRequest, customer_id: UUID) -> HttpResponse:
    """The scores that were set by hand; who may change the customer sets one here."""
    customer = looked_up(request, customer_id)
    form = OverrideForm(request.POST or None, today=today())
    if request.method == "POST" and form.is_valid():
        try:
            override = overriding.set_override(
                customer=customer, score=form.cleaned_data["score"], expires_at=form.expires_at,
                reason=form.cleaned_data["reason"], by=request.user, at=timezone.now(),
            )  # fmt: skip
        except Invalid as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, f"Set to {override.score} until {day(override.last_on)}.")
            return redirect("customer", customer.id)
    overrides = Override.objects.filter(customer=customer).order_by("-set_at")
    shown = shell_of(request, customer, "overview")
    shown |= {"form": form, "overrides": overrides[:OVERRIDES_SHOWN]}
    shown["override"] = override_of(customer, timezone.now())
    return render(request, "portfolio/set_by_hand.html", shown, status=422 if form.errors else 200)


@require_POST
@requires(Permission.CUSTOMERS_EDIT)
def end_override(request: PersonRequest, customer_id: UUID) -> HttpResponse:
    customer, at = editable_customer(request, customer_id), timezone.now()
    override = Override.objects.running(at).filter(customer=customer).first()
    if override is None:
        messages.warning(request, f"No score of {customer} is set by hand.")
    else:
        overriding.end_override(override=override, by=request.user, at=at)
        messages.success(request, "The computed score counts again.")
    return redirect("customer", customer.id)


def looked_up(request: PersonRequest, customer_id: UUID) -> Customer:
    """Who reads may look, who writes must be one who may."""
    look_up = customer_of if request.method == "GET" else editable_customer
    return look_up(request, customer_id)


def show_refusal(form: PulseForm | OverrideForm, refusal: Refusal) -> None:
    """Put the words of a refusal beside their fields."""
    for name, words in refusal.fields.items():
        shown = "until" if name == "expires_at" else name
        form.add_error(shown if shown in form.fields else None, words)
    if not refusal.fields:
        form.add_error(None, refusal.message)
