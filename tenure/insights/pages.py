"""Metrics with their figures, one metric with what it is made of, and the programme's targets."""

import csv
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tenure.foundation.web.templatetags.saying import today
from tenure.insights import figures
from tenure.insights.course import course
from tenure.insights.figure import Figure, nps_interval
from tenure.insights.metrics import BY_CODE, VARIANTS
from tenure.insights.periods import Period, period_of
from tenure.insights.reasons import CODE, reasons
from tenure.insights.rows import rows_behind
from tenure.insights.variants import variants_of
from tenure.insights.view import Asked, Shown, parts_of
from tenure.insights.words import PeriodType
from tenure.people.guards import PersonRequest, requires
from tenure.people.models import Person
from tenure.people.permissions import Permission
from tenure.programme.in_force import programme
from tenure.programme.metrics import FAMILIES
from tenure.programme.words import Tier

ROWS = 50
KINDS = {
    PeriodType.DAILY: "Day", PeriodType.WEEKLY: "Week", PeriodType.MONTHLY: "Month",
    PeriodType.QUARTERLY: "Quarter", PeriodType.ANNUAL: "Year",
}  # fmt: skip


def around(asked: Asked) -> dict[str, Any]:
    """What can be chosen: period and whose figures."""
    day = today()
    people = list(Person.objects.filter(book__isnull=False).distinct().order_by("name"))
    return {
        "asked": asked,
        "kinds": [
            (words, asked.address(period=period_of(kind, min(asked.period.last, day)).code),
             kind == asked.period.kind)
            for kind, words in KINDS.items()
        ],
        "earlier": asked.address(period=asked.period.before().code),
        "later": asked.address(period=_after(asked.period).code) if asked.period.last < day else "",
        "tiers": [("", asked.address(tier=""))] + [(t, asked.address(tier=t.value)) for t in Tier],
        "people": people,
        "csm": next((one for one in people if one.id == asked.scope.csm), None),
    }  # fmt: skip


def _after(period: Period) -> Period:
    return period_of(period.kind, period.last.fromordinal(period.last.toordinal() + 1))


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def measured(request: PersonRequest) -> HttpResponse:
    """Every metric: its figure, its target, and the way it went."""
    asked = Asked.told(request.GET, today())
    told = figures.trends(asked.trend, asked.scope)
    families = [
        (family, [Shown(told[m.code][-1], told[m.code], asked.of(m.code))
                  for m in programme().metrics.of_family(family) if m.code in BY_CODE])
        for family in FAMILIES
    ]  # fmt: skip
    shown = around(asked) | {"families": families, "variants": VARIANTS}
    return render(request, "insights/measured.html", shown)


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def metric(request: PersonRequest, code: str) -> HttpResponse:
    """One metric: what it is, its variants, by tier and CSM, and the customers behind it."""
    rule = BY_CODE.get(code)
    if rule is None:
        raise Http404
    asked = Asked.told(request.GET, today())
    rows = rows_behind(code, asked.period, asked.scope, request.user)
    if request.GET.get("format") == "csv":
        return _as_file(code, asked, rows)
    told = figures.trends(asked.trend, asked.scope, [code, "nps_promoters"])
    page = Paginator(rows, ROWS).get_page(request.GET.get("page"))
    shown = around(asked) | compared(code, asked) | {
        "shown": Shown(told[code][-1], told[code]),
        "points": list(zip(asked.trend, told[code], strict=True))[::-1],
        "course": course(asked.trend, told[code]),
        "parts": parts_of(told[code][-1]),
        "interval": nps_interval(told[code][-1], told["nps_promoters"][-1]) if code == "nps" else None,
        "variants": variants_of(code, asked.period, asked.scope),
        "reasons": reasons(asked.period, asked.scope) if code == CODE else [],
        "page": page,
        "rows": [(row, Figure(rule, row.numerator, row.denominator, 1)) for row in page],
        "as_file": asked.address(format="csv"),
    }  # fmt: skip
    return render(request, "insights/metric.html", shown)


def compared(code: str, asked: Asked) -> dict[str, Any]:
    """The same figure by tier, and by CSM."""
    tiers = [(tier.label, one, asked.address(tier=tier.value))
             for tier, one in figures.by_tier(code, asked.period, asked.scope)]  # fmt: skip
    people = [(name, one, asked.address(csm=str(id or "")))
              for name, id, one in figures.by_csm(code, asked.period, asked.scope)]  # fmt: skip
    sides = (("By tier", tiers), ("By CSM", people))
    return {"compared": [(words, rows) for words, rows in sides if rows]}


def _as_file(code: str, asked: Asked, rows: Any) -> HttpResponse:
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    name = f"{code}-{asked.period.code}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    writer = csv.writer(answer)
    writer.writerow(["customer", "tier", "csm", "numerator", "denominator"])
    for row in rows:
        words = [_harmless(word) for word in (row.name, row.tier, row.csm or "")]
        writer.writerow([*words, row.numerator, row.denominator])
    return answer


def _harmless(word: str) -> str:
    """A word that no spreadsheet takes for a formula."""
    return f"'{word}" if word[:1] in tuple("=+-@") else word


@require_GET
@requires(Permission.CUSTOMERS_VIEW)
def targets(request: PersonRequest) -> HttpResponse:
    """The programme's targets: actual, trend, distance."""
    asked = Asked.told(request.GET, today())
    told = figures.trends(asked.trend, asked.scope)
    rows = []
    for one in programme().metrics.programme_target:
        trend = told[one.metric]
        value = trend[-1].value
        met = None if value is None else one.bound.is_met(value)
        rows.append((one, Shown(trend[-1], trend, asked.of(one.metric)), met))
    shown = around(asked) | {
        "rows": rows,
        "reached": sum(met is True for _, _, met in rows),
        "known": sum(met is not None for _, _, met in rows),
        "unknown": sum(met is None for _, _, met in rows),
    }
    return render(request, "insights/targets.html", shown)
