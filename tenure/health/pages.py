"""The page that says how health is scored."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tenure.health.measures import MEASURE_BY_CODE
from tenure.people.guards import requires
from tenure.people.permissions import Permission
from tenure.programme import loading
from tenure.programme.words import Tier


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def scorecard_page(request: HttpRequest) -> HttpResponse:
    card = loading.scorecard()
    components = [
        {
            "component": component,
            "weights": [(tier.label, component.weight_for(tier)) for tier in Tier],
            "measures": [(MEASURE_BY_CODE[part.code], part) for part in component.measures],
        }
        for component in card.component
    ]
    levels = sorted(card.levels.items(), key=lambda pair: -pair[1])
    shown = {"components": components, "levels": levels, "card": card, "tiers": list(Tier)}
    return render(request, "health/scorecard.html", shown)
