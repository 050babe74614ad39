"""One figure: a metric over a scope and a period, beside its target."""

from dataclasses import dataclass
from uuid import UUID

from tenure.insights.metrics.rule import Rule
from tenure.programme.in_force import programme
from tenure.programme.metrics import Metric
from tenure.programme.part import Bound
from tenure.programme.words import Tier

Z95 = 1.96


@dataclass(frozen=True)
class Scope:
    """Whose figures: of a tier, of a CSM's book, of both, or of everybody."""

    tier: Tier | None = None
    csm: UUID | None = None


EVERYBODY = Scope()


@dataclass(frozen=True)
class Figure:
    """`value` is None where nothing is known: never zero. `customers`: of how many it is known."""

    rule: Rule
    numerator: float = 0
    denominator: float = 0
    customers: int = 0
    tier: Tier | None = None

    @property
    def value(self) -> float | None:
        if self.rule.is_count:
            return self.numerator if self.customers else None
        if not self.customers or not self.denominator:
            return None
        return self.rule.factor * self.numerator / self.denominator

    @property
    def metric(self) -> Metric | None:
        known = programme().metrics.metric
        return next((one for one in known if one.code == self.rule.code), None)

    @property
    def title(self) -> str:
        return self.metric.title if self.metric else self.rule.title

    @property
    def unit(self) -> str:
        return self.metric.unit if self.metric else self.rule.unit

    @property
    def missing(self) -> str:
        """What nothing is known of: the rows that it would be reckoned from."""
        return self.metric.source if self.value is None and self.metric else ""

    @property
    def target(self) -> Bound | None:
        return self.metric.target_for(self.tier) if self.metric else None

    @property
    def is_met(self) -> bool | None:
        if self.value is None or self.target is None:
            return None
        return self.target.is_met(self.value)

    @property
    def distance(self) -> float | None:
        """How far from the target: below zero where it is not reached."""
        bound = self.target
        if self.value is None or bound is None:
            return None
        lower = bound.at_least if bound.at_least is not None else bound.above
        upper = bound.at_most if bound.at_most is not None else bound.under
        if lower is not None:
            return self.value - lower
        return None if upper is None else upper - self.value


def nps_interval(net: Figure, promoters: Figure) -> tuple[float, float] | None:
    """Between which bounds NPS lies with 95 % certainty, from the variance of promoter 1, detractor -1."""
    count = net.denominator
    if not count or promoters.denominator != count:
        return None
    up, down = promoters.numerator / count, (promoters.numerator - net.numerator) / count
    spread = Z95 * ((up + down - (up - down) ** 2) / count) ** 0.5
    return 100 * (up - down - spread), 100 * (up - down + spread)
