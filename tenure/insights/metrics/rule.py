"""How a metric is reckoned: by customer two numbers, whose sums make the figure of any scope.

Nearly every metric is a sum over a sum: NPS is (promoters - detractors) over answers, a mean is a sum of
values over their number, a share is some over all. So the two parts are kept by customer and period, and
a figure for a tier, a CSM or everybody is made of the same parts: one definition for one and for all."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

from tenure.insights.metrics.stretch import Stretch

type Parts = Iterable[tuple[UUID, float, float]]
type Reckon = Callable[[Stretch], Parts]


@dataclass(frozen=True, kw_only=True)
class Rule:
    """`facts` is a select of customer, numerator and denominator between %(first)s and %(until)s (that
    day not included), or a function that answers them for a stretch of days. The table `stood` holds each
    customer's tier and CSM at the period's end. The figure is
    `factor` times the sum of the numerators over that of the denominators; a count is its numerator
    alone. `back_days`: looks back so far from the end of the period, whatever its length."""

    code: str
    facts: str | Reckon
    factor: float = 100
    is_count: bool = False
    back_days: int | None = None
    in_money: bool = False
    """Whether it is money over money."""
    says: str = ""
    """Of a variant, which metrics.toml does not know: what it is."""
    title: str = ""
    unit: str = ""
    variant_of: str = ""


def share(code: str, facts: str | Reckon, **more: object) -> Rule:
    return Rule(code=code, facts=facts, factor=100, **more)  # type: ignore[arg-type]


def mean(code: str, facts: str | Reckon, **more: object) -> Rule:
    return Rule(code=code, facts=facts, factor=1, **more)  # type: ignore[arg-type]
