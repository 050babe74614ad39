"""Customers at risk: the list, one case, and what is done there."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tenure.customers.models import Customer
from tenure.foundation.audit.sentences import sentences_about
from tenure.foundation.refusals import Refusal
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.programme.in_force import programme
from tenure.recovery import actions
from tenure.recovery.deadlines import hours_left
from tenure.recovery.models import Case
from tenure.recovery.words import ENDED, CaseState

ROWS = 50


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def cases(request: PersonRequest) -> HttpResponse:
    """Open cases, the next deadline first; those that ended, the newest first."""
    is_open, now = request.GET.get("state") != "ended", timezone.now()
    seen = Case.objects.visible_to(request.user)
    rows = seen.select_related("customer__current_health", "customer__success_profile__csm", "plan")
    if request.GET.get("owner") == "mine":
        rows = rows.filter(customer__success_profile__csm=request.user)
    if is_open:
        rows = rows.filter(state=CaseState.OPEN).order_by(
            F("assessed_at").asc(nulls_first=True), "level_due_at"
        )
    else:
        rows = rows.exclude(state=CaseState.OPEN).order_by("-ended_at")
    page = Paginator(rows, ROWS).get_page(request.GET.get("page"))
    shown = {
        "page": page,
        "rows": [(case, due, due is not None and due < now) for case in page
                 for due in [case.next_due()]],
        "is_open": is_open,
        "mine": request.GET.get("owner") == "mine",
        "recovered_at": programme().escalation.at_risk.recovered_at,
    }  # fmt: skip
    return render(request, "recovery/cases.html", shown)


@require_http_methods(["GET", "POST"])
@requires(Permission.CUSTOMERS_VIEW)
def case_page(request: PersonRequest, case_id: UUID) -> HttpResponse:
    found = Case.objects.select_related("customer__current_health", "alert", "plan")
    case = get_object_or_404(found.visible_to(request.user), id=case_id)
    may_edit = Case.objects.editable_by(request.user).filter(id=case.id).exists()
    if request.method == "POST":
        if may_edit:
            _work_on(request, case)
        return redirect("case", case.id)
    made, now = programme(), timezone.now()
    health = case.customer.current_health
    due = case.next_due()
    shown = {
        "case": case,
        "may_edit": may_edit and case.state == CaseState.OPEN,
        "levels": made.escalation.level,
        "red_flags": made.escalation.red_flag,
        "due": due,
        "hours": hours_left(due, now) if due else None,
        "is_back": health.score is not None and health.score >= made.escalation.at_risk.recovered_at,
        "milestones": case.plan.milestones.order_by("due_on", "id") if case.plan else (),
        "tasks": case.customer.tasks.filter(
            origin_key__startswith=f"{case.id}:"
        ).select_related("owner").order_by("due_on", "id"),
        "endings": ENDED,
        "latest": sentences_about(case.customer_id, limit=8),
        "day": timezone.localdate(),
    }  # fmt: skip
    return render(request, "recovery/case.html", shown)


def _work_on(request: PersonRequest, case: Case) -> None:
    told: dict[str, Any] = {"case": case, "by": request.user, "at": timezone.now()}
    sent = request.POST
    deeds: dict[str, tuple[str, Callable[[], object]]] = {
        "assess": ("The assessment is written down.", lambda: actions.assess_case(
            fields={name: sent.get(name, "") for name in ("cause", "concerned", "takes")}, **told)),
        "plan": ("The recovery plan is under way.", lambda: actions.start_recovery_plan(**told)),
        "escalate": ("It is with the next level.", lambda: actions.escalate_case(
            reason=sent.get("reason", ""), **told)),
        "end": ("The case is ended.", lambda: actions.end_case(
            state=CaseState(sent.get("state", "CLOSED")), learnt=sent.get("learnt", ""), **told)),
    }  # fmt: skip
    words, do = deeds.get(sent.get("do", ""), ("", lambda: None))
    try:
        do()
    except Refusal as refusal:
        messages.warning(request, refusal.message)
    except ValueError:
        messages.error(request, "Say how it ended.")
    else:
        messages.success(request, words)


@require_POST
@requires(Permission.CUSTOMERS_EDIT)
def open_case(request: PersonRequest, customer_id: UUID) -> HttpResponse:
    """Open a case by hand."""
    customer = get_object_or_404(Customer.objects.editable_by(request.user), id=customer_id)
    try:
        case = actions.open_case(
            customer=customer, reason=request.POST.get("reason", ""), by=request.user,
            at=timezone.now(),
        )  # fmt: skip
    except Refusal as refusal:
        messages.warning(request, refusal.message)
        return redirect("cases")
    return redirect("case", case.id)
