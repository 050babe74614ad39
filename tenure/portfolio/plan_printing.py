"""A plan on paper: as a page to print, and as a PDF."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_GET

from tenure.foundation.paper.pdf import pdf_of
from tenure.foundation.web.templatetags.saying import today
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.plans.pages.shell import plan_of
from tenure.portfolio.plan_document import plan_document

CUSTOMER = "customer"


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def print_plan(request: PersonRequest, plan_id: UUID) -> HttpResponse:
    """The success plan template, filled in. `?for=customer` leaves out what is for us."""
    plan, is_theirs = plan_of(request, plan_id), request.GET.get("for") == CUSTOMER
    paper = plan_document(plan, today(), is_for_customer=is_theirs)
    shown = {"plan": plan, "paper": paper, "is_theirs": is_theirs}
    return render(request, "portfolio/plan_paper.html", shown)


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def plan_pdf(request: PersonRequest, plan_id: UUID) -> HttpResponse:
    plan, is_theirs = plan_of(request, plan_id), request.GET.get("for") == CUSTOMER
    paper = plan_document(plan, today(), is_for_customer=is_theirs)
    name = slugify(f"{plan.customer.name} {plan.title}")[:80] or "plan"
    return HttpResponse(
        pdf_of(paper, timezone.now()),
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}.pdf"'},
    )
