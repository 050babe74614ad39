"""Figures of metrics: sums of the parts that were kept, over any scope, in one question each."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import QuerySet, Sum

from tenure.insights.figure import EVERYBODY, Figure, Scope
from tenure.insights.metrics import BY_CODE, REGISTRY
from tenure.insights.models import MetricTotal
from tenure.insights.periods import Period
from tenure.programme.words import Tier


def _figure(code: str, told: tuple[float, float, int] | None, tier: Tier | None) -> Figure:
    numerator, denominator, customers = told or (0, 0, 0)
    return Figure(BY_CODE[code], numerator, denominator, customers, tier)


def figures(period: Period, scope: Scope = EVERYBODY) -> dict[str, Figure]:
    """Every metric of a period, in one question."""
    rows = _of(scope).filter(period_type=period.kind, period=period.code)
    told = {
        code: (n, d, c)
        for code, n, d, c in rows.values("code")
        .annotate(n=Sum("numerator"), d=Sum("denominator"), c=Sum("customers"))
        .values_list("code", "n", "d", "c")
    }
    return {rule.code: _figure(rule.code, told.get(rule.code), scope.tier) for rule in REGISTRY}


def trends(
    periods: Sequence[Period], scope: Scope = EVERYBODY, codes: Sequence[str] | None = None
) -> dict[str, list[Figure]]:
    """By metric a figure for each of the periods, in one question."""
    rows = _of(scope).filter(period_type=periods[0].kind, period__in=[one.code for one in periods])
    if codes is not None:
        rows = rows.filter(code__in=codes)
    told: dict[tuple[str, str], tuple[float, float, int]] = {}
    grouped = rows.values("code", "period").annotate(
        n=Sum("numerator"), d=Sum("denominator"), c=Sum("customers")
    )
    for code, period, n, d, c in grouped.values_list("code", "period", "n", "d", "c"):
        told[code, period] = (n, d, c)
    wanted = [rule.code for rule in REGISTRY if codes is None or rule.code in codes]
    return {
        code: [_figure(code, told.get((code, one.code)), scope.tier) for one in periods]
        for code in wanted
    }


def by_tier(code: str, period: Period, scope: Scope) -> list[tuple[Tier, Figure]]:
    told = _grouped(code, period, scope, "tier")
    return [
        (tier, _figure(code, told[(tier.value,)], tier)) for tier in Tier if (tier.value,) in told
    ]


def by_csm(code: str, period: Period, scope: Scope) -> list[tuple[str | None, UUID | None, Figure]]:
    """The largest book first; who has no CSM last."""
    told = _grouped(code, period, scope, "csm_id", "csm__name")
    rows = [(key[1], key[0], _figure(code, parts, scope.tier)) for key, parts in told.items()]
    return sorted(rows, key=lambda row: (row[1] is None, -row[2].customers, row[0] or ""))


def _grouped(
    code: str, period: Period, scope: Scope, *names: str
) -> dict[tuple[Any, ...], tuple[float, float, int]]:
    rows = _of(scope).filter(code=code, period_type=period.kind, period=period.code)
    summed = (
        rows.values(*names)
        .annotate(n=Sum("numerator"), d=Sum("denominator"), c=Sum("customers"))
        .values_list(*names, "n", "d", "c")
    )
    return {row[:-3]: row[-3:] for row in summed}


def _of(scope: Scope) -> QuerySet[MetricTotal]:
    rows = MetricTotal.objects.all()
    if scope.tier:
        rows = rows.filter(tier=scope.tier)
    return rows.filter(csm=scope.csm) if scope.csm else rows
