"""One contract: its terms, what it followed on, what is expected of its renewal, and what is agreed."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from tenure.contracts import actions as contracts
from tenure.contracts.models import Contract
from tenure.customers.models import Customer
from tenure.foundation.web.doing import done
from tenure.foundation.web.templatetags.saying import today
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.revenue import actions
from tenure.revenue.forms import AmendForm, ContractForm, EndForm, ForecastForm, RenewForm
from tenure.revenue.models import RenewalForecast
from tenure.revenue.renewals import Renewal, renewal_of
from tenure.revenue.words import Call


@require_http_methods(["GET", "POST"])
@requires(Permission.CUSTOMERS_VIEW)
def contract_page(request: PersonRequest, contract_id: UUID) -> HttpResponse:
    found = Contract.objects.visible_to(request.user).select_related("customer", "follows")
    contract = get_object_or_404(found, id=contract_id)
    may_edit = Contract.objects.editable_by(request.user).filter(id=contract.id).exists()
    renewal = renewal_of(contract, today(), timezone.now())
    do = request.POST.get("do", "") if may_edit else ""
    told = _forms(request, contract, renewal, do)
    if request.method == "POST":
        form = told.get(do)
        if form is None or (form.is_valid() and _work_on(request, contract, renewal, do, form)):
            return redirect("contract", contract.id)
    shown = {
        "contract": contract,
        "renewal": renewal,
        "follows": contract.followed_by.order_by("starts_on"),
        "history": RenewalForecast.objects.filter(contract=contract).order_by("-said_at")[:50],
        "may_edit": may_edit and not contract.customer.is_churned,
        "runs": contract.runs_on(today()),
        "forms": told,
        "day": today(),
    }
    wrong = any(form.errors for form in told.values())
    return render(request, "revenue/contract.html", shown, status=422 if wrong else 200)


def _forms(
    request: PersonRequest, contract: Contract, renewal: Renewal | None, do: str
) -> dict[str, forms.Form]:
    """By what they do; each field has an id of its own on the page."""

    def sent(name: str) -> dict[str, Any]:
        return {"data": request.POST if do == name else None, "auto_id": f"{name}_%s"}

    told: dict[str, forms.Form] = {
        "amend": AmendForm(contract=contract, today=today(), **sent("amend")),
        "end": EndForm(initial={"ends_on": contract.ends_on or today()}, **sent("end")),
    }
    if contract.ends_on:
        told["renew"] = RenewForm(contract=contract, today=today(), **sent("renew"))
    if renewal:
        worth = contract.annual_value if renewal.forecast is None else renewal.forecast
        told["forecast"] = ForecastForm(worth=worth, call=renewal.counts_as, **sent("forecast"))
    return told


def _work_on(
    request: PersonRequest, contract: Contract, renewal: Renewal | None, do: str, form: forms.Form
) -> bool:
    by: dict[str, Any] = {"contract": contract, "by": request.user, "at": timezone.now()}
    fields = dict(form.cleaned_data)
    deeds: dict[str, tuple[str, Callable[[], object]]] = {
        "amend": ("The contract goes on as agreed.", lambda: contracts.amend_contract(
            on=fields.pop("on"), changes=fields, **by)),
        "renew": ("Renewed.", lambda: contracts.renew_contract(
            ends_on=fields["ends_on"], changes={"annual_value": fields["annual_value"]}, **by)),
        "end": ("Its last day is noted.", lambda: contracts.end_contract(**fields, **by)),
    }  # fmt: skip
    if do == "forecast" and renewal:
        call = Call(fields["call"])
        deeds["forecast"] = ("Your forecast is noted.", lambda: actions.forecast_renewal(
            renews_on=renewal.renews_on, call=call, amount=fields["amount"], note=fields["note"], **by))  # fmt: skip
    words, deed = deeds[do]
    return done(request, form, words, deed)


@require_http_methods(["GET", "POST"])
@requires(Permission.CUSTOMERS_EDIT)
def new_contract(request: PersonRequest, customer_id: UUID) -> HttpResponse:
    customer = get_object_or_404(Customer.objects.editable_by(request.user), id=customer_id)
    form = ContractForm(
        request.POST or None, initial={"starts_on": today(), "billing_period": "ANNUAL"}
    )
    if request.method == "POST" and form.is_valid():
        fields = dict(form.cleaned_data)
        made: list[Contract] = []
        if done(request, form, "The contract is written down.", lambda: made.append(
            contracts.start_contract(customer=customer, fields=fields, by=request.user, at=timezone.now())
        )):  # fmt: skip
            return redirect("contract", made[0].id)
    shown = {"customer": customer, "form": form}
    return render(request, "revenue/new_contract.html", shown, status=422 if form.errors else 200)
