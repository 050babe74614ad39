"""Tables of metrics, their targets, the scorecard and the programme's targets. Plain Python."""

from tenure.documents.tables.table import TIERS, Table
from tenure.programme.metrics import FAMILIES, Metric
from tenure.programme.saying import bound, plain
from tenure.programme.scorecard import ScoredMeasure
from tenure.programme.whole import Programme
from tenure.programme.words import HealthLevel, Tier

ACRONYMS = ("kpi", "nps", "csat", "ces")


def metrics(programme: Programme, family: str) -> Table:
    """The metrics of one family."""
    return Table(
        ("Metric", "Definition", "Divided by", "Window", "From", "Target"),
        [_metric(one) for one in programme.metrics.of_family(family)],
    )


def _metric(one: Metric) -> tuple[str, ...]:
    unit = "percent" if one.unit == "percent" else ""
    told = [bound(one.target["default"], unit)] if "default" in one.target else []
    told += [f"{tier.label} {bound(one.target[tier], unit)}" for tier in Tier if tier in one.target]
    definition = f"{one.definition}. {one.remark}".strip()
    return (f"{one.title}, {one.unit}", definition, one.denominator or "-", one.window, one.source or "-",
            "; ".join(told) or "tracked")  # fmt: skip


def programme_targets(programme: Programme) -> Table:
    return Table(
        ("Target", "Reached at", "In words"),
        [
            (one.title, bound(one.bound, one.unit), one.says)
            for one in programme.metrics.programme_target
        ],
    )


def components(programme: Programme) -> Table:
    card = programme.scorecard
    return Table(
        ("Component", *TIERS, "Target"),
        [
            (part.title, *(f"{plain(part.weight_for(tier))}%" for tier in Tier), plain(part.target))
            for part in card.component
        ],
    )


def measures(programme: Programme) -> Table:
    return Table(
        ("Component", "Measure", "Weight in it", "From no points to all"),
        [
            (part.title, spoken(one.code), f"{plain(one.weight)}%", _curves(one))
            for part in programme.scorecard.component
            for one in part.measures
        ],
    )


def spoken(code: str) -> str:
    """“Login frequency”, “KPI achievement”."""
    words = [word.upper() if word in ACRONYMS else word for word in code.split("_")]
    return " ".join(words)[:1].upper() + " ".join(words)[1:]


def _curves(measure: ScoredMeasure) -> str:
    of_tiers = (
        f"{tier.label} {_curve(measure.curve_by_tier[tier])}"
        for tier in Tier
        if measure.curve_by_tier.get(tier, measure.curve) != measure.curve
    )
    return "; ".join([_curve(measure.curve), *of_tiers])


def _curve(curve: tuple[tuple[float, float], ...]) -> str:
    lowest, highest = min(curve, key=lambda p: p[1]), max(curve, key=lambda p: p[1])
    return f"{plain(lowest[0])} to {plain(highest[0])}"


def levels(programme: Programme) -> Table:
    told = sorted(programme.scorecard.levels.items(), key=lambda pair: -pair[1])
    tops = [100.0, *(least - 1 for _, least in told)]
    says = {
        HealthLevel.EXCELLENT: "Uses it fully and is content: ask for a reference, look for expansion.",
        HealthLevel.GOOD: "Steady: keep the rhythm, raise what is lowest.",
        HealthLevel.FAIR: "At risk: find the cause, agree on a plan.",
        HealthLevel.POOR: "About to leave: recovery plan, escalation.",
    }
    return Table(
        ("Level", "Score", "What to do"),
        [
            (HealthLevel(level).label, f"{plain(least)} to {plain(top)}", says[HealthLevel(level)])
            for (level, least), top in zip(told, tops, strict=False)
        ],
    )


__all__ = ["FAMILIES", "components", "levels", "measures", "metrics", "programme_targets"]
