"""Starting a plan: for whom, from which template, on which days it would come to."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models.functions import Lower
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from tenure.customers.models import Customer
from tenure.foundation.web.templatetags.saying import today
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.plans import actions as plans
from tenure.plans.models import SuccessPlan
from tenure.plans.pages.shell import back_to, refused
from tenure.plans.roles import Roles
from tenure.plans.templating import outline
from tenure.plans.words import PlanStatus, PlanType
from tenure.portfolio.editing import editable_customer
from tenure.portfolio.filters import searched
from tenure.portfolio.plan_forms import BLANK, NewPlanForm
from tenure.programme.in_force import programme
from tenure.programme.templates import PlanTemplate
from tenure.programme.words import Tier
from tenure.work import actions as work

OFFERED = 30


@require_GET
@requires(Permission.CUSTOMERS_EDIT)
def new_plan(request: PersonRequest) -> HttpResponse:
    """For which customer; those of the own book are offered first."""
    words = searched(request.GET)
    found = Customer.objects.editable_by(request.user).exclude(status="CHURNED")
    if words:
        found = found.matching(words)
    elif not request.user.may(Permission.CUSTOMERS_ASSIGN):
        found = found.filter(success_profile__csm=request.user)
    customers = list(found.order_by(Lower("name"))[:OFFERED])
    return render(request, "portfolio/new_plan.html", {"customers": customers, "words": words})


@require_http_methods(["GET", "POST"])
@requires(Permission.CUSTOMERS_EDIT)
def start_plan(request: PersonRequest, customer_id: UUID) -> HttpResponse:
    """What a template comes to from a day on; sent, it is started, as a draft or active."""
    customer = editable_customer(request, customer_id)
    sent = request.POST if request.method == "POST" else request.GET
    is_told = "starts_on" in sent
    first = sent.get("template") or programme().plans.template[0].code
    form = NewPlanForm(sent if is_told else None, today=today(), template=first)
    told = form.cleaned_data if is_told and form.is_valid() else {}
    if request.method == "POST" and told:
        made: list[SuccessPlan] = []
        is_draft = request.POST.get("do") == "draft"
        if not refused(form, lambda: made.append(_start(request, customer, told, is_draft))):
            messages.success(request, f"“{made[0]}” is {made[0].get_status_display().lower()}.")
            return back_to(made[0])
    shown = {"customer": customer, "form": form, "told": told} | _preview(customer, told)
    return render(request, "portfolio/start_plan.html", shown, status=422 if form.errors else 200)


def _start(
    request: PersonRequest, customer: Customer, told: dict[str, Any], is_draft: bool
) -> SuccessPlan:
    by: dict[str, Any] = {"customer": customer, "by": request.user, "at": timezone.now()}
    template = _named(told["template"])
    if template:
        starts_on, title = told["starts_on"], told["title"]
        return work.start_from_template(
            template=template, starts_on=starts_on, title=title, is_draft=is_draft, **by
        )
    status = PlanStatus.DRAFT if is_draft else PlanStatus.ACTIVE
    return plans.start_plan(
        title=told["title"], plan_type=PlanType(told["plan_type"] or PlanType.QUARTERLY),
        starts_on=told["starts_on"], milestones=[], facts={"status": status}, **by,
    )  # fmt: skip


def _preview(customer: Customer, told: dict[str, Any]) -> dict[str, Any]:
    """What would be started, as far as it is known."""
    template = _named(told.get("template", ""))
    if template is None:
        return {"is_blank": told.get("template") == BLANK}
    day: date = told["starts_on"]
    drawn = outline(template, day, Tier(customer.tier), Roles.at(customer), programme())
    titles = {step.code: step.title for step in template.milestone}
    steps = [(step, [titles[code] for code in step.after]) for step in drawn.milestones]
    return {"template": template, "outline": drawn, "steps": steps, "moved": day != drawn.starts_on}


def _named(code: str) -> PlanTemplate | None:
    return next((one for one in programme().plans.template if one.code == code), None)
