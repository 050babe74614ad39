"""A plan with what belongs to it in other slices, and making one active with its tasks."""

from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from tenure.foundation.web.templatetags.saying import today
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.plans.models import SuccessPlan
from tenure.plans.pages.shell import back_to, own_plan, plan_of, said, shell
from tenure.plans.view import PlanView
from tenure.plans.words import MOVES, PlanStatus
from tenure.work import actions as work
from tenure.work.models import Task
from tenure.work.words import TaskState

LIST = "list"


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def plan_page(request: PersonRequest, plan_id: UUID) -> HttpResponse:
    """What is to be reached, the milestones as bars or as a list, tasks, and who agreed."""
    plan, day = plan_of(request, plan_id), today()
    undo = request.GET.get("undo", "")
    shown = shell(request, plan) | {
        "view": PlanView.of(plan, day),
        "as_list": request.GET.get("view") == LIST,
        "tasks": list(tasks_of(plan)[:100]),
        "day": day,
        "moves": MOVES[PlanStatus(plan.status)],
        "undo": undo if undo.isascii() and undo.isdigit() else "",
    }
    return render(request, "portfolio/plan.html", shown)


def tasks_of(plan: SuccessPlan) -> QuerySet[Task]:
    """What was made with the plan, and what belongs to one of its milestones; what is open first."""
    ours = Q(origin_key__startswith=f"{plan.id}:") | Q(milestone__plan=plan)
    tasks = Task.objects.filter(ours, customer=plan.customer_id).exclude(state=TaskState.CANCELLED)
    return tasks.select_related("owner", "milestone").order_by("ended_at", "due_on", "id")


@require_POST
@requires(Permission.CUSTOMERS_EDIT)
def activate_plan(request: PersonRequest, plan_id: UUID) -> HttpResponse:
    plan = own_plan(request, plan_id)
    said(
        request,
        f"“{plan}” is active.",
        lambda: work.activate_plan(plan=plan, by=request.user, at=timezone.now()),
    )
    return back_to(plan)
