"""The page that says how health is scored."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tenure.health.earlier import MONTH_DAYS
from tenure.health.measures import measure_of
from tenure.health.scorecards import in_force
from tenure.people.guards import requires
from tenure.people.permissions import Permission
from tenure.programme.scorecard import Curve, Scorecard, ScoredMeasure
from tenure.programme.words import Tier


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def scorecard_page(request: HttpRequest) -> HttpResponse:
    return render(request, "health/scorecard.html", described(in_force()))


def described(card: Scorecard) -> dict[str, Any]:
    """A scorecard as its page tells it."""
    components = [
        {
            "component": component,
            "weights": [(tier.label, component.weight_for(tier)) for tier in Tier],
            "measures": [
                (measure_of(part.code, card), part, curves_of(part)) for part in component.measures
            ],
        }
        for component in card.component
    ]
    levels = sorted(card.levels.items(), key=lambda pair: -pair[1])
    return {"components": components, "levels": levels, "card": card, "month_days": MONTH_DAYS}


def curves_of(measure: ScoredMeasure) -> list[tuple[str, Curve]]:
    """The curves by which a measure is scored: one for all tiers, or one a tier where they differ."""
    if not measure.curve_by_tier:
        return [("", measure.curve)]
    return [(tier.label, measure.curve_for(tier)) for tier in Tier]
