"""Metrics, what each is made of, and the programme's targets over the API."""

from datetime import date
from typing import Any

import msgspec
from django.http import Http404, HttpResponse
from django.utils import timezone
from ninja import Query

from tenure.foundation.refusals import Invalid
from tenure.foundation.rest import answers
from tenure.foundation.rest.paging import numbered
from tenure.insights import figures
from tenure.insights import metric_schemas as wire
from tenure.insights.api import router
from tenure.insights.figure import Figure, Scope, nps_interval
from tenure.insights.metric_filters import BehindFilters, MetricFilters, TrendFilters
from tenure.insights.metrics import BY_CODE, REGISTRY, VARIANTS
from tenure.insights.periods import EARLIEST, Period, named, period_of, periods
from tenure.insights.reasons import CODE, reasons
from tenure.insights.rows import rows_behind
from tenure.insights.variants import variants_of
from tenure.insights.words import PeriodType
from tenure.people.callers import ApiRequest, Area, reads, refuse_strangers
from tenure.programme.in_force import programme
from tenure.programme.part import Bound


@router.get("/metrics", response={200: answers.answer_of(wire.MetricFigures, "Metrics")})
@reads(Area.ANALYTICS)
def list_metrics(request: ApiRequest, filters: Query[MetricFilters]) -> HttpResponse:
    """Every metric of the registry: its figure, the parts it is made of, and its target."""
    period, scope = _asked(request, filters)
    told = figures.figures(period, scope)
    return answers.computed(
        {"period": _period(period), "metrics": [_figure(told[rule.code]) for rule in REGISTRY]}
    )


@router.get("/metrics/{code}", response={200: answers.answer_of(wire.OneMetric, "Metric")})
@reads(Area.ANALYTICS)
def get_metric(request: ApiRequest, code: str, filters: Query[TrendFilters]) -> HttpResponse:
    """One metric: what it is, how it went, by tier and by CSM, and other ways to reckon it."""
    period, scope = _asked(request, filters, code)
    stretch = periods(period.kind, period.last, filters.periods)
    told = figures.trends(stretch, scope, [code, "nps_promoters"])
    newest, metric = told[code][-1], told[code][-1].metric
    bounds = nps_interval(newest, told["nps_promoters"][-1]) if code == "nps" else None
    return answers.computed({
        "period": _period(period),
        "figure": _figure(newest),
        "definition": metric and {
            "family": metric.family, "definition": metric.definition, "window": metric.window, "source": metric.source,
            "denominator": metric.denominator, "remark": metric.remark,
        },
        "interval": bounds and {"low": bounds[0], "high": bounds[1]},
        "trend": [{"period": when.code, **_parts(one)}
                  for when, one in zip(stretch, told[code], strict=True)],
        "byTier": [{"tier": tier.value, "value": one.value, "customers": one.customers}
                   for tier, one in figures.by_tier(code, period, scope)],
        "byCsm": [{"csmId": id, "csmName": name, "value": one.value, "customers": one.customers}
                  for name, id, one in figures.by_csm(code, period, scope)],
        "byReason": [{"reason": one.reason.value, "count": one.count}
                     for one in (reasons(period, scope) if code == CODE else [])],
        "variants": [{"title": one.title, "value": one.value, "unit": one.unit, "says": one.says}
                     for one in variants_of(code, period, scope)],
    })  # fmt: skip


@router.get(
    "/metrics/{code}/customers", response=answers.page_schema(wire.BehindMetric, "BehindMetric")
)
@reads(Area.ANALYTICS)
def list_behind_metric(
    request: ApiRequest, code: str, filters: Query[BehindFilters]
) -> HttpResponse:
    """The customers that a figure is made of, those that weigh most first; their parts sum up to its own."""
    period, scope = _asked(request, filters, code)
    rows = rows_behind(code, period, scope, request.auth.person)
    first = (filters.page - 1) * filters.limit
    found = [
        {"customerId": row.id, "customerName": row.name, "tier": row.tier, "csmName": row.csm,
         "numerator": row.numerator, "denominator": row.denominator}
        for row in rows[first : first + filters.limit]
    ]  # fmt: skip
    page = numbered(filters.page, filters.limit, len(rows)) | {"nextCursor": None}
    return answers.listed(msgspec.json.encode(found), page)


@router.get(
    "/programme-targets",
    response={200: answers.answer_of(list[wire.TargetStanding], "ProgrammeTargets")},
)
@reads(Area.ANALYTICS)
def list_targets(request: ApiRequest, filters: Query[MetricFilters]) -> HttpResponse:
    """What the programme promises itself, and how far that is."""
    period, scope = _asked(request, filters)
    told = figures.figures(period, scope)
    found = []
    for one in programme().metrics.programme_target:
        figure = told[one.metric]
        found.append({
            "code": one.code, "title": one.title, "metric": one.metric, "unit": one.unit,
            "target": _bound(one.bound), "says": one.says, "value": figure.value,
            "isMet": None if figure.value is None else one.bound.is_met(figure.value),
            "customers": figure.customers,
        })  # fmt: skip
    return answers.computed(found)


def _asked(
    request: ApiRequest, filters: MetricFilters, code: str | None = None
) -> tuple[Period, Scope]:
    refuse_strangers(request)
    if code is not None and code not in BY_CODE:
        raise Http404(f"There is no metric {code}. GET /metrics lists them.")
    today = timezone.localdate()
    period = named(filters.period) if filters.period else period_of(PeriodType.MONTHLY, today)
    if period is None or not EARLIEST <= period.first <= today:
        words = f"“{filters.period}” is no period between {EARLIEST.year} and today, such as 2026-10, 2026-Q3 or 2026"
        raise Invalid(words, {"period": words})
    return period, Scope(filters.tier, filters.csm_id)


def _period(one: Period) -> dict[str, Any]:
    days: dict[str, date] = {"firstDay": one.first, "lastDay": one.last}
    told = {name: answers.day(day) for name, day in days.items()}
    return {"code": one.code, "kind": one.kind.value} | told


def _parts(one: Figure) -> dict[str, Any]:
    return {"value": one.value, "numerator": one.numerator, "denominator": one.denominator,
            "customers": one.customers}  # fmt: skip


def _figure(one: Figure) -> dict[str, Any]:
    code = one.rule.code
    return {"code": code, "title": one.title, "unit": one.unit, **_parts(one),
            "target": one.target and _bound(one.target), "isMet": one.is_met,
            "distance": one.distance, "variantOf": VARIANTS.get(code),
            "missing": one.missing or None}  # fmt: skip


def _bound(one: Bound) -> dict[str, float | None]:
    return {"atLeast": one.at_least, "above": one.above, "atMost": one.at_most, "under": one.under}
