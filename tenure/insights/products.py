"""Which customers use which feature, from the sums of the night."""

from dataclasses import dataclass

from django.db.models import Sum

from tenure.insights.figure import Scope
from tenure.insights.models import MetricTotal
from tenure.insights.periods import Period
from tenure.usage.models import Feature

PREFIX = "feature:"


@dataclass(frozen=True)
class FeatureUse:
    name: str
    is_core: bool
    users: int
    customers: int
    before: float | None

    @property
    def percent(self) -> float:
        return 100 * self.users / self.customers

    @property
    def change(self) -> float | None:
        return None if self.before is None else self.percent - self.before


def features(period: Period, before: Period, scope: Scope) -> list[FeatureUse]:
    """Every feature with the share of customers that used it, the most used first."""
    rows = MetricTotal.objects.filter(
        code__startswith=PREFIX, period_type=period.kind, period__in=[period.code, before.code]
    )
    if scope.tier:
        rows = rows.filter(tier=scope.tier)
    if scope.csm:
        rows = rows.filter(csm=scope.csm)
    told = {
        (code, when): (n, d)
        for code, when, n, d in rows.values("code", "period").annotate(
            n=Sum("numerator"), d=Sum("denominator")
        ).values_list("code", "period", "n", "d")
    }  # fmt: skip
    known = {f"{PREFIX}{one.id}": one for one in Feature.objects.exclude(name="")}
    found = []
    for code, feature in known.items():
        used, of = told.get((code, period.code), (0, 0))
        if of:
            then = told.get((code, before.code))
            earlier = 100 * then[0] / then[1] if then and then[1] else None
            found.append(FeatureUse(feature.name, feature.is_core, int(used), int(of), earlier))
    return sorted(found, key=lambda one: (-one.percent, one.name))
