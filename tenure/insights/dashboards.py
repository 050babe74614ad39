"""The four dashboards: for executives, a CSM, those who run the team, and the product's people. They read
sums that the night has made and short lists by index; none of them reads usage."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tenure.foundation.web.templatetags.saying import today
from tenure.insights import boards, figures
from tenure.insights.pages import around
from tenure.insights.products import features
from tenure.insights.view import Asked, Shown
from tenure.insights.wishes import newest, wished
from tenure.people.guards import PersonRequest, requires
from tenure.people.permissions import Permission
from tenure.people.roles import CSM
from tenure.programme.in_force import programme
from tenure.programme.words import Tier
from tenure.tiering.queries.books import books

EXECUTIVE = (
    "nps",
    "nrr",
    "grr",
    "churn",
    "expansion_rate",
    "health_score",
    "healthy_customers",
    "csat",
)
BOOK = ("health_score", "nps", "touchpoints", "seat_utilisation", "nrr", "review_completion")
OPERATIONS = (
    "csm_load", "touchpoints", "review_completion", "first_response", "resolution", "ticket_volume",
    "support_satisfaction", "time_to_value",
)  # fmt: skip
PRODUCT = ("feature_adoption", "feature_depth", "mau", "stickiness", "login_frequency", "session_duration",
           "product_satisfaction", "requests")  # fmt: skip
RENEWING_DAYS = 90


def cards(asked: Asked, codes: tuple[str, ...]) -> list[Shown]:
    told = figures.trends(asked.trend, asked.scope, codes)
    return [Shown(told[code][-1], told[code], asked.of(code)) for code in codes]


def shown(
    request: PersonRequest, place: str, codes: tuple[str, ...], asked: Asked
) -> dict[str, Any]:
    return around(asked) | {"place": place, "cards": cards(asked, codes), "day": today()}


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def executive(request: PersonRequest) -> HttpResponse:
    asked = Asked.told(request.GET, today())
    told = shown(request, "executive", EXECUTIVE, asked)
    targets = programme().metrics.programme_target
    found = figures.figures(asked.period, asked.scope)
    values = [(one, found[one.metric]) for one in targets]
    told |= {
        "targets": [(one, figure, None if figure.value is None else one.bound.is_met(figure.value),
                     asked.of(one.metric)) for one, figure in values],
        "levels": boards.by_health(asked.scope),
        "cases": boards.at_risk(asked.scope),
        "growing": boards.might_grow(asked.scope),
        "renewing": boards.renewing(asked.scope, today(), RENEWING_DAYS),
    }  # fmt: skip
    return render(request, "insights/executive.html", told)


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def csm(request: PersonRequest) -> HttpResponse:
    """A book: the reader's own, unless another CSM's is asked for."""
    query = request.GET.copy()
    query.setdefault("csm", str(request.user.id) if request.user.role == CSM.code else "")
    asked = Asked.told(query, today())
    whose = asked.scope
    told = shown(request, "csm", BOOK, asked) | {
        "levels": boards.by_health(whose),
        "cases": boards.at_risk(whose),
        "growing": boards.might_grow(whose),
        "renewing": boards.renewing(whose, today(), RENEWING_DAYS),
        "week_on": today() + timedelta(days=boards.WEEK),
        "touchpoints": boards.touchpoints_ahead(whose, today()),
        "tasks": boards.tasks_open(whose),
        "latest": boards.latest(whose.csm),
    }
    return render(request, "insights/csm.html", told)


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def operations(request: PersonRequest) -> HttpResponse:
    asked = Asked.told(request.GET, today())
    told = shown(request, "operations", OPERATIONS, asked)
    touched = dict(figures.by_tier("touchpoints", asked.period, asked.scope))
    held = dict(figures.by_tier("review_completion", asked.period, asked.scope))
    told |= {
        "books": sorted(
            ((book, float(100 * book.load(programme().tiers))) for book in books()),
            key=lambda row: -row[1],
        ),
        "tiers_kept": [
            (
                tier,
                touched.get(tier),
                asked.of("touchpoints", tier),
                held.get(tier),
                asked.of("review_completion", tier),
            )
            for tier in Tier
            if tier in touched
        ],
        "pipeline": boards.pipeline(today()),
        "reviews": boards.reviews_of_late(today()),
        "alerts": boards.alerts_by_rule(),
    }
    return render(request, "insights/operations.html", told)


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def product(request: PersonRequest) -> HttpResponse:
    asked = Asked.told(request.GET, today())
    told = shown(request, "product", PRODUCT, asked)
    before = asked.period.before()
    answered = figures.trends([asked.period], asked.scope, ["request_response"])
    told |= {
        "features": features(asked.period, before, asked.scope),
        "themes": wished(asked.period, before, asked.scope),
        "requests": newest(asked.period, asked.scope),
        "answered": answered["request_response"][-1],
        "answered_address": asked.of("request_response"),
        "of_scope": urlencode({"tier": asked.scope.tier or "", "csm": asked.scope.csm or ""}),
    }
    return render(request, "insights/product.html", told)
