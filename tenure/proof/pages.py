"""Pages of proof: the newest backtest, older ones, and the button that asks for another."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST
from django_htmx.http import HttpResponseClientRefresh

from tenure.health import scorecards
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.proof import actions
from tenure.proof.forms import BacktestForm
from tenure.proof.models import Backtest, BacktestState
from tenure.proof.showing import shown_report

REPORTS_SHOWN = 20


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def proof(request: PersonRequest) -> HttpResponse:
    """The newest report, and above it what is under way."""
    newest = Backtest.objects.select_related("by").order_by("-created_at", "-id")
    return _show(request, newest.first(), newest.filter(state=BacktestState.DONE).first())


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def backtest_page(request: PersonRequest, backtest_id: UUID) -> HttpResponse:
    record = get_object_or_404(Backtest.objects.select_related("by"), id=backtest_id)
    return _show(request, record, record)


@require_POST
@requires(Permission.HEALTH_SCORE)
def ask(request: PersonRequest) -> HttpResponse:
    form = BacktestForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Choose how many days ahead to look.")
        return redirect("proof")
    actions.ask_backtest(
        card=scorecards.in_force(),
        horizon_days=form.cleaned_data["horizon"],
        by=request.user,
        at=timezone.now(),
    )
    return redirect("proof")


def _show(request: PersonRequest, state: Backtest | None, done: Backtest | None) -> HttpResponse:
    """`state` may be under way or have failed; `done` is the one whose report is shown."""
    is_fragment = bool(request.htmx)  # type: ignore[attr-defined]
    if is_fragment and not (state and state.is_busy):
        return HttpResponseClientRefresh()  # the report stands around the state
    shown: dict[str, object] = {"state": state}
    if is_fragment:
        return render(request, "proof/proof.html#state", shown)
    records = Backtest.objects.select_related("by").defer("definition")
    shown |= {
        "record": done,
        "form": BacktestForm(),
        "may_ask": request.user.may(Permission.HEALTH_SCORE),
        "reports": records.order_by("-created_at", "-id")[:REPORTS_SHOWN],
    }
    if done and done.report:
        shown |= shown_report(done, request.user)
    return render(request, "proof/proof.html", shown)
