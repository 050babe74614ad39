"""The page that says how health is scored."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tenure.health.measures import MEASURE_BY_CODE
from tenure.health.queries import MONTH_DAYS
from tenure.people.guards import requires
from tenure.people.permissions import Permission
from tenure.programme import loading
from tenure.programme.scorecard import Curve, ScoredMeasure
from tenure.programme.words import Tier


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def scorecard_page(request: HttpRequest) -> HttpResponse:
    card = loading.scorecard()
    components = [
        {
            "component": component,
            "weights": [(tier.label, component.weight_for(tier)) for tier in Tier],
            "measures": [
                (MEASURE_BY_CODE[part.code], part, curves_of(part)) for part in component.measures
            ],
        }
        for component in card.component
    ]
    levels = sorted(card.levels.items(), key=lambda pair: -pair[1])
    shown = {
        "components": components, "levels": levels, "card": card, "month_days": MONTH_DAYS,
    }  # fmt: skip
    return render(request, "health/scorecard.html", shown)


def curves_of(measure: ScoredMeasure) -> list[tuple[str, Curve]]:
    """The curves by which a measure is scored: one for all tiers, or one a tier where they differ."""
    if not measure.curve_by_tier:
        return [("", measure.curve)]
    return [(tier.label, measure.curve_for(tier)) for tier in Tier]
