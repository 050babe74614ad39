"""Who might buy more: the list, one opportunity, and what is done about it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Count, Sum
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from tenure.expansion import actions
from tenure.expansion.forms import WhyForm, WinForm
from tenure.expansion.models import Opportunity, OpportunityQuerySet
from tenure.expansion.words import Growth, OpportunityState, Sign
from tenure.foundation.audit.sentences import sentences_of
from tenure.foundation.web.doing import done
from tenure.foundation.web.templatetags.saying import today
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission

ROWS = 50
STATES = [one.value for one in OpportunityState]


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def opportunities(request: PersonRequest) -> HttpResponse:
    """By state, the largest first; each with what speaks for it."""
    asked = request.GET.get("state", "")
    state = OpportunityState(asked if asked in STATES else OpportunityState.FOUND)
    seen = Opportunity.objects.visible_to(request.user)
    mine = request.GET.get("owner") == "mine"
    if mine:
        seen = seen.filter(customer__success_profile__csm=request.user)
    rows = seen.filter(state=state).select_related(
        "customer__current_health", "customer__success_profile__csm"
    )
    page = Paginator(rows.order_by("-estimated_revenue", "id"), ROWS).get_page(
        request.GET.get("page")
    )
    counts = _counts(seen)
    shown = {
        "page": page,
        "state": state,
        "mine": mine,
        "tabs": [(one, _address(one, mine), counts[one][0]) for one in OpportunityState],
        "sums": counts[state],
        "everybodys": _address(state, mine=False),
        "own": _address(state, mine=True),
    }
    return render(request, "expansion/opportunities.html", shown)


def _counts(seen: OpportunityQuerySet) -> dict[OpportunityState, tuple[int, Any, Any]]:
    """By state how many there are, what they were estimated at, and what was won."""
    summed = seen.values_list("state").annotate(
        Count("id"), Sum("estimated_revenue"), Sum("won_revenue")
    )
    told = {name: (count, estimated, won) for name, count, estimated, won in summed}
    return {one: told.get(one.value, (0, None, None)) for one in OpportunityState}


def _address(state: OpportunityState, mine: bool) -> str:
    told = QueryDict(mutable=True)
    told.update({"state": state.value} | ({"owner": "mine"} if mine else {}))
    return f"?{told.urlencode()}"


@require_http_methods(["GET", "POST"])
@requires(Permission.CUSTOMERS_VIEW)
def opportunity_page(request: PersonRequest, opportunity_id: UUID) -> HttpResponse:
    found = Opportunity.objects.visible_to(request.user).select_related(
        "customer__current_health", "customer__success_profile__csm", "plan"
    )
    opportunity = get_object_or_404(found, id=opportunity_id)
    may_edit = Opportunity.objects.editable_by(request.user).filter(id=opportunity.id).exists()
    do = request.POST.get("do", "") if may_edit else ""
    sent = request.POST
    win = WinForm(
        sent if do == "win" else None, opportunity=opportunity, today=today(), auto_id="win_%s"
    )
    why = WhyForm(sent if do in ENDINGS else None, auto_id="why_%s")
    if request.method == "POST" and _work_on(request, opportunity, do, win, why):
        return redirect("opportunity", opportunity.id)
    shown = {
        "opportunity": opportunity,
        "estimated": round(opportunity.estimated_revenue),  # an estimate is not meant to the cent
        "evidence": [(Sign(one["sign"]).label, one["says"]) for one in opportunity.evidence or []],
        "may_edit": may_edit and opportunity.is_open,
        "may_reopen": may_edit and opportunity.state in ("LOST", "DISMISSED"),
        "win": win,
        "why": why,
        "growth": Growth(opportunity.growth).label if opportunity.growth else "",
        "latest": sentences_of(opportunity.id, opportunity.customer_id, limit=6),
    }
    status = 422 if win.errors or why.errors else 200
    return render(request, "expansion/opportunity.html", shown, status=status)


ENDINGS: dict[str, tuple[str, Callable[..., Opportunity]]] = {
    "lose": ("It is lost.", actions.lose_opportunity),
    "dismiss": ("It is dismissed, and rests.", actions.dismiss_opportunity),
}


def _work_on(
    request: PersonRequest, opportunity: Opportunity, do: str, win: WinForm, why: WhyForm
) -> bool:
    """Whether it is done; what is wrong stands beside its field."""
    by: dict[str, Any] = {"opportunity": opportunity, "by": request.user, "at": timezone.now()}
    if do == "pursue":
        return done(request, None, "The expansion plan is under way.",
                     lambda: actions.pursue_opportunity(starts_on=today(), **by))  # fmt: skip
    if do == "reopen":
        return done(
            request, None, "It is taken up again.", lambda: actions.reopen_opportunity(**by)
        )
    if do == "win" and win.is_valid():
        fields = dict(win.cleaned_data)
        growth = Growth(fields.pop("growth"))
        return done(request, win, "Won. Contract, plan and tier follow.",
                     lambda: actions.win_opportunity(growth=growth, fields=fields, **by))  # fmt: skip
    if do in ENDINGS and why.is_valid():
        words, deed = ENDINGS[do]
        return done(request, why, words, lambda: deed(note=why.cleaned_data["note"], **by))
    return not (win.errors or why.errors)
