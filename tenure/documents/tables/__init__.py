"""Every table of the programme by its name; documents and pages show the same ones. Plain Python."""

from collections.abc import Callable
from functools import partial

from tenure.documents.tables import figures, planning, service, tiers, work
from tenure.documents.tables.table import Table
from tenure.programme.metrics import FAMILIES
from tenure.programme.whole import Programme
from tenure.programme.words import Tier

PLANS = ("RECOVERY", "EXPANSION")
PHASES = ("before_kickoff", "discovery", "technical_setup", "training", "go_live", "value")

TABLES: dict[str, Callable[[Programme], Table]] = {
    "tiers.assignment": tiers.assignment,
    "tiers.limits": tiers.limits,
    "tiers.care": tiers.care,
    "tiers.response": service.response,
    "tiers.resolution": service.resolution,
    "tiers.uptime": service.uptime,
    "tiers.rhythm": tiers.rhythm,
    "tiers.notice": tiers.notice,
    **{f"tiers.{tier}": partial(service.one_tier, tier=tier) for tier in Tier},
    "onboarding.phases": work.phases,
    **{f"onboarding.tasks.{code}": partial(work.tasks, code=code) for code in PHASES},
    "onboarding.milestones": work.milestones,
    "onboarding.self_paced": work.self_paced,
    "onboarding.touchpoints": work.touchpoints,
    "onboarding.targets": work.onboarding_targets,
    "onboarding.risks": work.risks,
    "escalation.levels": work.escalation,
    "escalation.assessment": work.assessment,
    "escalation.red_flags": work.red_flags,
    "escalation.expansion_signals": work.expansion_signals,
    "advocacy.asking": work.asking,
    "advocacy.fit": work.reference_fit,
    "reviews": planning.reviews,
    "reviews.by_tier": planning.reviews_by_tier,
    "plans": planning.plans,
    **{f"plans.{plan.lower()}": partial(planning.one_plan, plan_type=plan) for plan in PLANS},
    "calendar": planning.calendar,
    "health.components": figures.components,
    "health.measures": figures.measures,
    "health.levels": figures.levels,
    **{f"metrics.{family}": partial(figures.metrics, family=family) for family in FAMILIES},
    "metrics.programme_targets": figures.programme_targets,
}

__all__ = ["TABLES", "Table"]
