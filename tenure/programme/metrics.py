"""The metrics: definition, unit, window, and target by tier. Plain Python; a metric is computed elsewhere."""

from collections.abc import Mapping

from tenure.programme.part import Bound, Part, known, no_code_twice
from tenure.programme.words import Tier

FAMILIES = (
    "satisfaction", "value", "adoption", "engagement", "retention",
    "expansion", "support", "advocacy", "operations", "feedback",
)  # fmt: skip


class Metric(Part, frozen=True):
    """`denominator` is empty for counts and means without one; `source` says from which rows it is
    reckoned. `target` goes by tier or "default"."""

    code: str
    family: str
    title: str
    definition: str
    unit: str
    window: str
    source: str = ""
    denominator: str = ""
    target: Mapping[str, Bound] = {}
    remark: str = ""

    def __post_init__(self) -> None:
        known("family", [self.family], FAMILIES)
        known("tier", self.target, ("default", *Tier))

    def target_for(self, tier: Tier | None = None) -> Bound | None:
        """The tier's own target, else the one for all."""
        default = self.target.get("default")
        return self.target.get(tier, default) if tier else default


class ProgrammeTarget(Part, frozen=True):
    """One of the programme's promises to itself."""

    code: str
    title: str
    metric: str
    bound: Bound
    unit: str
    says: str


class Metrics(Part, frozen=True):
    metric: tuple[Metric, ...]
    programme_target: tuple[ProgrammeTarget, ...]

    def __post_init__(self) -> None:
        no_code_twice("metric", (metric.code for metric in self.metric), "metric")
        targets = self.programme_target
        no_code_twice("programme target", (one.code for one in targets), "programme_target")
        codes = [metric.code for metric in self.metric]
        known("metric", (one.metric for one in targets), codes, "programme_target")

    def named(self, code: str) -> Metric:
        return next(metric for metric in self.metric if metric.code == code)

    def of_family(self, family: str) -> tuple[Metric, ...]:
        return tuple(metric for metric in self.metric if metric.family == family)
