"""Milestones on pages: added, changed in place, ticked, completed."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from tenure.foundation.web.templatetags.saying import today
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.plans import actions
from tenure.plans.forms import MilestoneForm
from tenure.plans.models import Milestone, MilestonePriority, MilestoneStatus, SuccessPlan
from tenure.plans.pages.shell import back_to, form_page, milestone_of, own_plan, refused, said

CHANGED = ("title", "priority", "deliverables", "done_when", "description")
BECOMES = {
    "begin": (MilestoneStatus.IN_PROGRESS, "has begun"),
    "reopen": (MilestoneStatus.PENDING, "is open again"),
    "cancel": (MilestoneStatus.CANCELLED, "is cancelled"),
}


@require_http_methods(["GET", "POST"])
@requires(Permission.CUSTOMERS_EDIT)
def add_milestone(request: PersonRequest, plan_id: UUID) -> HttpResponse:
    plan = own_plan(request, plan_id)
    start = {"due_on": plan.ends_on or today(), "priority": MilestonePriority.MEDIUM.value}
    form = MilestoneForm(request.POST or None, others=_others(plan), milestone=None, initial=start)
    sent = request.method == "POST" and form.is_valid()
    if sent and not refused(form, lambda: _add(plan, form, request, timezone.now())):
        return back_to(plan, "milestones")
    return form_page(request, plan, form, title="Add a milestone", place="milestones")


@transaction.atomic
def _add(plan: SuccessPlan, form: MilestoneForm, request: PersonRequest, at: datetime) -> None:
    fields = _fields(form) | {"due_on": form.cleaned_data["due_on"]}
    milestone = actions.add_milestone(plan=plan, fields=fields, by=request.user, at=at)
    _put_in_order(milestone, form, request, at)


@require_http_methods(["GET", "POST"])
@requires(Permission.CUSTOMERS_EDIT)
def edit_milestone(request: PersonRequest, plan_id: UUID, milestone_id: UUID) -> HttpResponse:
    plan = own_plan(request, plan_id)
    milestone, now = milestone_of(plan, milestone_id), timezone.now()
    start: dict[str, Any] = {name: getattr(milestone, name) for name in CHANGED}
    start |= {"owner": milestone.owner, "owned_by": milestone.owned_by_id,
              "after": [one.id for one in milestone.after.all()]}  # fmt: skip
    others = _others(plan, milestone)
    form = MilestoneForm(request.POST or None, others=others, milestone=milestone, initial=start)
    sent = request.method == "POST" and form.is_valid()
    if sent and not refused(form, lambda: _change(milestone, form, request, now)):
        return back_to(plan, "milestones")
    return form_page(request, plan, form, title=f"Change “{milestone}”", place="milestones",
                     milestone=milestone)  # fmt: skip


@transaction.atomic
def _change(
    milestone: Milestone, form: MilestoneForm, request: PersonRequest, at: datetime
) -> None:
    actions.change_milestone(milestone=milestone, changes=_fields(form), by=request.user, at=at)
    _put_in_order(milestone, form, request, at)


def _fields(form: MilestoneForm) -> dict[str, Any]:
    """Who does it: the name that was typed or, without one, the name of whoever sees to it."""
    told = form.cleaned_data
    person = told["owned_by"]
    typed = told["owner"] if "owner" in form.changed_data else ""
    name = typed or (person.name if person else told["owner"])
    return {name: told[name] for name in CHANGED} | {"owned_by": person, "owner": name}


def _put_in_order(
    milestone: Milestone, form: MilestoneForm, request: PersonRequest, at: datetime
) -> None:
    if "after" in form.cleaned_data:
        ids = [one.id for one in form.cleaned_data["after"]]
        if {*ids} != {one.id for one in milestone.after.all()}:
            actions.order_milestone(milestone=milestone, after=ids, by=request.user, at=at)


def _others(plan: SuccessPlan, milestone: Milestone | None = None) -> list[Milestone]:
    others = plan.milestones.exclude(status=MilestoneStatus.CANCELLED)
    return list(others.exclude(id=milestone.id) if milestone else others)


@require_POST
@requires(Permission.CUSTOMERS_EDIT)
def work_on_milestone(request: PersonRequest, plan_id: UUID, milestone_id: UUID) -> HttpResponse:
    """Complete, begin, reopen or cancel a milestone, or tick one of its deliverables."""
    plan = own_plan(request, plan_id)
    milestone, do = milestone_of(plan, milestone_id), request.POST.get("do", "")
    told: dict[str, Any] = {"milestone": milestone, "by": request.user, "at": timezone.now()}
    if do in BECOMES:
        status, words = BECOMES[do]
        changes = {"status": status}
        said(request, f"“{milestone}” {words}.",
             lambda: actions.change_milestone(changes=changes, **told))  # fmt: skip
    elif do == "tick":
        what, is_done = request.POST.get("deliverable", ""), "done" in request.POST
        said(request, "",
             lambda: actions.tick_deliverable(deliverable=what, is_done=is_done, **told))  # fmt: skip
    else:
        anyway = do == "complete-anyway"
        said(request, f"“{milestone}” is completed.", lambda: actions.complete_milestone(
            completed_on=today(), out_of_turn=anyway, **told))  # fmt: skip
    return back_to(plan, "milestones")
