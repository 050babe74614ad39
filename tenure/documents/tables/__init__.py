"""Every table of the programme by its name; documents and pages show the same ones. Plain Python."""

from collections.abc import Callable
from functools import partial

from tenure.documents.tables import figures, tiers, work
from tenure.documents.tables.table import Table
from tenure.programme.metrics import FAMILIES
from tenure.programme.whole import Programme

PHASES = ("before_kickoff", "discovery", "technical_setup", "training", "go_live", "value")

TABLES: dict[str, Callable[[Programme], Table]] = {
    "tiers.assignment": tiers.assignment,
    "tiers.limits": tiers.limits,
    "tiers.care": tiers.care,
    "tiers.response": tiers.response,
    "tiers.resolution": tiers.resolution,
    "tiers.uptime": tiers.uptime,
    "onboarding.phases": work.phases,
    **{f"onboarding.tasks.{code}": partial(work.tasks, code=code) for code in PHASES},
    "onboarding.milestones": work.milestones,
    "onboarding.touchpoints": work.touchpoints,
    "onboarding.targets": work.onboarding_targets,
    "onboarding.risks": work.risks,
    "escalation.levels": work.escalation,
    "escalation.red_flags": work.red_flags,
    "escalation.expansion_signals": work.expansion_signals,
    "reviews": work.reviews,
    "plans": work.plans,
    "calendar": work.calendar,
    "health.components": figures.components,
    "health.measures": figures.measures,
    "health.levels": figures.levels,
    **{f"metrics.{family}": partial(figures.metrics, family=family) for family in FAMILIES},
    "metrics.programme_targets": figures.programme_targets,
}

__all__ = ["TABLES", "Table"]
