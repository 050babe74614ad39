"""Moving a milestone: first what would move, then doing it, and taking it back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from tenure.foundation.refusals import Refusal
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.plans import actions
from tenure.plans.days import moved_along
from tenure.plans.forms import MoveForm
from tenure.plans.models import Milestone, SuccessPlan
from tenure.plans.pages.shell import back_to, milestone_of, own_plan, said, shell


@require_http_methods(["GET", "POST"])
@requires(Permission.CUSTOMERS_EDIT)
def move_milestone(request: PersonRequest, plan_id: UUID, milestone_id: UUID) -> HttpResponse:
    """Before it is sent, the page shows which milestones would move, and to which days."""
    plan = own_plan(request, plan_id)
    milestone = milestone_of(plan, milestone_id)
    if request.method == "POST":
        form = MoveForm(request.POST)
        if form.is_valid():
            return _move(request, plan, milestone, form)
    else:
        form = MoveForm(request.GET) if "due_on" in request.GET else MoveForm(
            initial={"due_on": milestone.due_on, "carries": True}
        )  # fmt: skip
    told = form.cleaned_data if form.is_bound and form.is_valid() else None
    shown = shell(request, plan) | {"milestone": milestone, "form": form, "told": told}
    if told:
        shown["moves"] = _preview(plan, milestone, told["due_on"], told["carries"])
    return render(request, "plans/move.html", shown, status=422 if form.errors else 200)


def _move(
    request: PersonRequest, plan: SuccessPlan, milestone: Milestone, form: MoveForm
) -> HttpResponse:
    try:
        moved = actions.move_milestone(
            milestone=milestone, by=request.user, at=timezone.now(), **form.cleaned_data
        )
    except Refusal as refusal:
        messages.warning(request, refusal.message)
        return back_to(plan, "milestones")
    if not moved:
        return back_to(plan, "milestones")
    more = f", and {len(moved) - 1} after it" if len(moved) > 1 else ""
    messages.success(request, f"Moved “{milestone}”{more}.")
    newest = plan.versions.order_by("-number").values_list("number", flat=True).first()
    return redirect(f"{reverse('plan', args=[plan.id])}?undo={newest}#milestones")


def _preview(
    plan: SuccessPlan, milestone: Milestone, due_on: object, carries: bool
) -> list[tuple[Milestone, object]]:
    """The milestones that would move, with their days of now."""
    steps = list(plan.milestones.order_by("due_on", "id"))
    now = {step.id: step.due_on for step in steps}
    moved = moved_along(steps, milestone, due_on, carries)  # type: ignore[arg-type]
    return [(step, now[step.id]) for step in moved]


@require_POST
@requires(Permission.CUSTOMERS_EDIT)
def undo_move(request: PersonRequest, plan_id: UUID) -> HttpResponse:
    plan, told = own_plan(request, plan_id), request.POST.get("version", "")
    number = int(told) if told.isascii() and told.isdigit() and len(told) < 9 else 0
    said(
        request,
        "The milestones are back on their days.",
        lambda: actions.restore_days(plan=plan, version=number, by=request.user, at=timezone.now()),
    )
    return back_to(plan, "milestones")
