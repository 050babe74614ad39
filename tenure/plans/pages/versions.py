"""What was agreed when, what differs between two versions, and signing the newest."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from tenure.foundation.web.templatetags.saying import today
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.plans import actions
from tenure.plans.differences import differences
from tenure.plans.forms import SignForm
from tenure.plans.models import PlanVersion, SignOff, SuccessPlan
from tenure.plans.pages.shell import back_to, form_page, own_plan, plan_of, refused, shell
from tenure.plans.standing import standing_of

VERSIONS_SHOWN = 200


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def versions(request: PersonRequest, plan_id: UUID) -> HttpResponse:
    """All versions with who signed them; `from` and `to` say which two are held beside each other."""
    plan = plan_of(request, plan_id)
    found = list(plan.versions.defer("content").order_by("-number")[:VERSIONS_SHOWN])
    signed: dict[UUID, list[SignOff]] = {}
    for one in SignOff.objects.filter(version__plan=plan).order_by("signed_on", "id"):
        signed.setdefault(one.version_id, []).append(one)
    pair = _pair(plan, request, found)
    shown = shell(request, plan) | {
        "versions": [(one, signed.get(one.id, [])) for one in found],
        "pair": pair,
        "differences": differences(pair[0].content, pair[1].content) if pair else [],
    }
    return render(request, "plans/versions.html", shown)


def _pair(
    plan: SuccessPlan, request: PersonRequest, found: list[PlanVersion]
) -> tuple[PlanVersion, PlanVersion] | None:
    """The two versions that the address names, the older first; without it the last two."""
    there = {str(one.number): one for one in found}
    told = [there.get(request.GET.get(name, "")) for name in ("from", "to")]
    pair = [one for one in told if one] if all(told) else found[:2]
    if len(pair) < 2 or pair[0].number == pair[1].number:
        return None
    older, newer = sorted(pair, key=lambda one: one.number)
    return older, newer


@require_http_methods(["GET", "POST"])
@requires(Permission.CUSTOMERS_EDIT)
def sign(request: PersonRequest, plan_id: UUID) -> HttpResponse:
    """Note who signed the version that this page shows."""
    plan = own_plan(request, plan_id)
    newest = standing_of(plan).version
    form = SignForm(request.POST or None, today=today(), version=newest or 1)
    if request.method == "POST" and form.is_valid():
        fields, now = form.cleaned_data, timezone.now()
        if not refused(
            form, lambda: actions.sign_plan(plan=plan, by=request.user, at=now, **fields)
        ):
            return back_to(plan, "agreement")
    return form_page(request, plan, form, title=f"Sign version {newest or 1}", place="agreement")
