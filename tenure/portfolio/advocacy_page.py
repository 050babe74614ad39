"""What one customer does for us: favours, what its people agreed to, groups, and whether it rests."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from tenure.advocacy import actions
from tenure.advocacy.finding import consent_of
from tenure.advocacy.forms import ConsentForm, FavourForm
from tenure.advocacy.group_forms import JoinForm
from tenure.advocacy.models import AdvocacyActivity, Consent, Member
from tenure.advocacy.queries import asks_of
from tenure.advocacy.rules import rest
from tenure.advocacy.words import AdvocacyStatus, AdvocacyType
from tenure.customers.models import Customer
from tenure.foundation.web.doing import done
from tenure.foundation.web.templatetags.saying import today
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.portfolio.editing import editable_customer
from tenure.portfolio.pages import customer_of, shell_of
from tenure.programme.in_force import programme

FAVOURS = 100


@require_http_methods(["GET", "POST"])
@requires(Permission.CUSTOMERS_VIEW)
def customer_advocacy(request: PersonRequest, customer_id: UUID) -> HttpResponse:
    """POST writes a favour or a consent down, takes a consent back, or joins a group."""
    is_sent = request.method == "POST"
    customer = (
        editable_customer(request, customer_id) if is_sent else customer_of(request, customer_id)
    )
    do = request.POST.get("do", "")
    told = _forms(request, customer, do)
    if is_sent:
        answer = _work_on(request, customer, do, told.get(do))
        if answer:
            return answer
    shown: dict[str, Any] = shell_of(request, customer, "advocacy") | _view(customer)
    shown["forms"] = told
    wrong = any(form.errors for form in told.values())
    return render(request, "advocacy/customer.html", shown, status=422 if wrong else 200)


def _forms(request: PersonRequest, customer: Customer, do: str) -> dict[str, forms.Form]:
    """By what they do; each field has an id of its own on the page."""

    def sent(name: str) -> dict[str, Any]:
        return {"data": request.POST if do == name else None, "auto_id": f"{name}_%s"}

    kind, contact = request.GET.get("kind", ""), request.GET.get("contact", "")
    asked = {"contact": contact, "activity_type": kind} if AdvocacyType.has(kind) else {}
    return {
        "favour": FavourForm(customer=customer, initial=asked, **sent("favour")),
        "consent": ConsentForm(customer=customer, today=today(), initial=asked, **sent("consent")),
        "join": JoinForm(customer=customer, **sent("join")),
    }


def _view(customer: Customer) -> dict[str, Any]:
    favours = AdvocacyActivity.objects.filter(customer=customer).select_related("contact", "deal")
    consents = Consent.objects.filter(customer=customer).select_related("contact")
    asks = asks_of([customer.id]).get(customer.id, [])
    return {
        "favours": favours.order_by("-created_at", "-id")[:FAVOURS],
        "consents": consents.order_by("withdrawn_on", "activity_type", "-agreed_on"),
        "members": Member.objects.filter(customer=customer, left_on=None)
        .select_related("group", "contact").order_by("group__name"),
        "rest": rest(asks, None, today(), programme().advocacy.limits),
        "day": today(),
    }  # fmt: skip


def _work_on(
    request: PersonRequest, customer: Customer, do: str, form: forms.Form | None
) -> HttpResponse | None:
    """The page that comes next; None where something is wrong and stands beside its field."""
    by: dict[str, Any] = {"by": request.user, "at": timezone.now()}
    here = redirect("customer-advocacy", customer.id)
    if do == "revoke":
        consent = consent_of(request.POST.get("consent", ""), customer)
        done(request, None, "It is noted that they take it back.",
             lambda: actions.revoke_consent(consent=consent, **by))  # fmt: skip
        return here
    if form is None or not form.is_valid():
        return None
    fields = {"customer": customer} | form.cleaned_data
    if do == "favour":
        return _recorded(request, form, fields | by)
    deeds: dict[str, tuple[str, Callable[..., object]]] = {
        "consent": ("What they agreed to is written down.", actions.agree_to),
        "join": ("They are in.", actions.add_member),
    }
    words, deed = deeds[do]
    return here if done(request, form, words, lambda: deed(**fields, **by)) else None


def _recorded(
    request: PersonRequest, form: forms.Form, told: dict[str, Any]
) -> HttpResponse | None:
    facts = {"contact": told.pop("contact"), "description": told.pop("description")}
    made: list[AdvocacyActivity] = []
    words = "It is written down. Ask for it below."
    if done(request, form, words, lambda: made.append(actions.record_activity(
        status=AdvocacyStatus.PENDING, facts=facts, **told
    ))):  # fmt: skip
        return redirect("favour", made[0].id)
    return None
