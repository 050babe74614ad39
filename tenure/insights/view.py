"""What pages of metrics are asked for, and how figures are written."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse

from tenure.foundation.web.templatetags.saying import MINUS, money
from tenure.insights.figure import Figure, Scope
from tenure.insights.periods import EARLIEST, Period, named, period_of, periods
from tenure.insights.words import PeriodType
from tenure.programme.words import Tier

TREND = {
    PeriodType.DAILY: 14, PeriodType.WEEKLY: 12, PeriodType.MONTHLY: 12, PeriodType.QUARTERLY: 6,
    PeriodType.ANNUAL: 3,
}  # fmt: skip
WIDTH, HEIGHT = 88, 22
SUM = "Sum"
SUMS = {
    "nps": "Promoters minus detractors", "health_score": "Sum of the scores", "time_to_value": "Days in all",
    "csat_mean": "Sum of the answers", "ces": "Sum of the answers",
}  # fmt: skip


@dataclass(frozen=True)
class Asked:
    period: Period
    scope: Scope
    says_everybody: bool = False
    """Everybody was asked for by name, where a CSM would see the own book."""

    @classmethod
    def told(cls, query: QueryDict, day: date) -> "Asked":
        """What makes no sense is left out: the month that runs, of everybody."""
        period = named(query.get("period", "")) or period_of(PeriodType.MONTHLY, day)
        if not EARLIEST <= period.first <= day:
            period = period_of(period.kind, day)
        tier = query.get("tier", "")
        scope = Scope(Tier(tier) if Tier.has(tier) else None, _uuid(query.get("csm")))
        return cls(period, scope, query.get("csm") == "")

    def address(self, **changes: str) -> str:
        told = {
            "period": self.period.code, "tier": self.scope.tier or "", "csm": self.scope.csm or "",
        } | changes  # fmt: skip
        kept = {name: str(value) for name, value in told.items() if value}
        return "?" + urlencode(
            kept | ({"csm": ""} if self.says_everybody and not told["csm"] else {})
        )

    def of(self, code: str, tier: Tier | None = None) -> str:
        changes = {"tier": tier.value} if tier else {}
        return reverse("metric", args=[code]) + self.address(**changes)

    @property
    def trend(self) -> list[Period]:
        return periods(self.period.kind, self.period.last, TREND[self.period.kind])


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:
        return None


@dataclass(frozen=True)
class Shown:
    """A figure with what it was in the periods before."""

    figure: Figure
    trend: Sequence[Figure] = field(default=())
    address: str = ""

    @property
    def before(self) -> Figure | None:
        known = [one for one in self.trend[:-1] if one.value is not None]
        return known[-1] if known else None

    @property
    def change(self) -> float | None:
        now, then = self.figure.value, self.before.value if self.before else None
        return None if now is None or then is None else now - then

    @property
    def line(self) -> str:
        """The trend as points of a polyline, from left to right; a gap where nothing is known."""
        return sparkline([one.value for one in self.trend])


def sparkline(values: Sequence[float | None]) -> str:
    known = [(place, value) for place, value in enumerate(values) if value is not None]
    if len(known) < 2:
        return ""
    low, high = min(value for _, value in known), max(value for _, value in known)
    spread, step = (high - low) or 1, WIDTH / (len(values) - 1)
    return " ".join(
        f"{place * step:.1f},{HEIGHT - 3 - (value - low) / spread * (HEIGHT - 6):.1f}"
        for place, value in known
    )


def written(value: float | None, unit: str) -> str:
    """A value in its unit, as precise as it can be meant."""
    if value is None:
        return "unknown"
    if unit == "money":
        return money(round(value))
    if unit == "percent":
        text = f"{value:.1f}%"
    elif unit in ("points", "customers", "case studies", "users", "requests"):
        text = f"{value:,.0f}"
    elif abs(value) < 10:
        text = f"{value:,.2f}".rstrip("0").rstrip(".")
    else:
        text = f"{value:,.1f}".removesuffix(".0")
    return text.replace("-", MINUS) if text.strip("-0.%") else text.removeprefix("-")


def parts_of(one: Figure) -> tuple[str, str]:
    """What is counted and what it is divided by, in the words of the definition."""
    words = one.metric.definition if one.metric else one.rule.says
    above, is_divided, below = words.partition(" / ")
    below = (one.metric.denominator if one.metric else None) or below or "customers"
    if above.startswith("("):
        above = above.strip("()")
    elif not is_divided:
        above = (
            above.partition(";")[0].removeprefix("Share of ")
            if one.unit == "percent"
            else (SUMS.get(one.rule.code, SUM))
        )
    return above[:1].upper() + above[1:], below[:1].upper() + below[1:]
