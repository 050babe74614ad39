"""The pipeline of onboardings, and what they are measured by."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tenure.foundation.web.templatetags.saying import today
from tenure.onboarding.board import MOST, cards, columns, under_way
from tenure.onboarding.kpis import kpis_of
from tenure.onboarding.models import Onboarding
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission

MEASURED_DAYS = 365


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def pipeline(request: PersonRequest) -> HttpResponse:
    day = today()
    found = list(under_way(request.user, request.GET)[:MOST])
    shown = cards(found, day)
    since = Onboarding.objects.filter(
        kickoff_on__gt=day - timedelta(days=MEASURED_DAYS), kickoff_on__lte=day
    ).exclude(state="CANCELLED")
    measured = list(since.values_list("id", flat=True)[:MOST])
    told = {
        "columns": columns(shown),
        "count": len(shown),
        "stuck": sum(card.progress.is_stuck for card in shown),
        "late": sum(bool(card.progress.days_late) for card in shown),
        "kpis": kpis_of(measured),
        "measured": len(measured),
        "days": MEASURED_DAYS,
        "mine": request.GET.get("owner") == "mine",
    }
    return render(request, "onboarding/pipeline.html", told)
