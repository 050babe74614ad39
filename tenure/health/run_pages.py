"""Scoring runs: how far the newest is, those before, and the button that starts one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from tenure.health import asking
from tenure.health.models import ScoringRun
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission

RUNS_SHOWN = 30


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def runs_page(request: PersonRequest) -> HttpResponse:
    runs = list(ScoringRun.objects.order_by("-created_at")[:RUNS_SHOWN])
    newest = runs[0] if runs else None
    shown = {"runs": runs, "newest": newest, "may_score": request.user.may(Permission.HEALTH_SCORE)}
    template = "health/runs.html#state" if request.htmx else "health/runs.html"  # type: ignore[attr-defined]
    return render(request, template, shown)


@require_POST
@requires(Permission.HEALTH_SCORE)
def start_run(request: PersonRequest) -> HttpResponse:
    asking.ask_run(by=request.user, at=timezone.now())
    messages.success(request, "Everybody is being scored. The page tells how far it is.")
    return redirect("scoring-runs")
