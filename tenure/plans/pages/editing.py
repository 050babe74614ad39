"""Changing what a plan says of itself, and putting it on hold, to its end, or back."""

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.plans import actions
from tenure.plans.forms import PlanForm
from tenure.plans.pages.shell import back_to, form_page, own_plan, refused, said
from tenure.plans.words import PlanStatus

BECOMES = {
    "complete": PlanStatus.COMPLETED,
    "complete-all": PlanStatus.COMPLETED,
    "hold": PlanStatus.ON_HOLD,
    "cancel": PlanStatus.CANCELLED,
}


@require_http_methods(["GET", "POST"])
@requires(Permission.CUSTOMERS_EDIT)
def edit_plan(request: PersonRequest, plan_id: UUID) -> HttpResponse:
    plan = own_plan(request, plan_id)
    start = {name: getattr(plan, name) for name in PlanForm.base_fields}
    form = PlanForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        changes, now = form.cleaned_data, timezone.now()
        if not refused(
            form,
            lambda: actions.change_plan(plan=plan, changes=changes, by=request.user, at=now),
        ):
            return back_to(plan)
    return form_page(request, plan, form, title=f"Change “{plan}”", place="")


@require_POST
@requires(Permission.CUSTOMERS_EDIT)
def work_on_plan(request: PersonRequest, plan_id: UUID) -> HttpResponse:
    """Complete a plan, put it on hold or cancel it. Making one active is a page of the portfolio:
    its tasks come with it."""
    plan, do = own_plan(request, plan_id), request.POST.get("do", "")
    status = BECOMES.get(do)
    if status is not None:
        said(
            request,
            f"“{plan}” is {status.label.lower()}.",
            lambda: actions.move_plan(
                plan=plan, status=status, completes_milestones=do == "complete-all",
                by=request.user, at=timezone.now(),
            ),
        )  # fmt: skip
    return back_to(plan)
