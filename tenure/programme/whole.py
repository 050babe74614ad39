"""The whole programme: its files put together and held against each other. Plain Python."""

from collections.abc import Iterable
from functools import cached_property
from hashlib import sha256
from typing import Any

import msgspec

from tenure.programme.calendar import Calendar
from tenure.programme.escalation import Escalation
from tenure.programme.metrics import Metrics
from tenure.programme.onboarding import Onboarding
from tenure.programme.part import known
from tenure.programme.reviews import Reviews
from tenure.programme.scorecard import Scorecard
from tenure.programme.templates import PlanTemplates
from tenure.programme.tiers import Tiers

FORMS: dict[str, type[Any]] = {
    "tiers": Tiers,
    "scorecard": Scorecard,
    "onboarding": Onboarding,
    "plans": PlanTemplates,
    "escalation": Escalation,
    "reviews": Reviews,
    "metrics": Metrics,
    "calendar": Calendar,
}
"""Each file by its name without `.toml`, and what it must be."""


class Programme(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    tiers: Tiers
    scorecard: Scorecard
    onboarding: Onboarding
    plans: PlanTemplates
    escalation: Escalation
    reviews: Reviews
    metrics: Metrics
    calendar: Calendar

    @cached_property
    def version(self) -> str:
        """The same programme has the same version everywhere, however its files are laid out."""
        return sha256(msgspec.json.encode(self, order="sorted")).hexdigest()[:12]


def disagreements(programme: Programme) -> list[tuple[str, str]]:
    """What one file says that another does not know: the file's name, and the matter in words."""
    cadences = [review.cadence for review in programme.reviews.review]
    promised = (review.cadence for tier in programme.tiers.tier for review in tier.reviews)
    metrics = [metric.code for metric in programme.metrics.metric]
    aims = (aim.metric for one in programme.plans.template for aim in one.objective if aim.metric)
    types = [template.plan_type for template in programme.plans.template]
    found = [
        ("tiers", _unknown("review", promised, cadences)),
        ("plans", _unknown("metric", aims, metrics)),
        ("plans", _unknown("template for a plan of type", ("RECOVERY", "EXPANSION"), types)),
    ]
    return [(name, words) for name, words in found if words]


def _unknown(what: str, codes: Iterable[str], among: Iterable[str]) -> str:
    try:
        known(what, codes, among)
    except ValueError as error:
        return str(error)
    return ""
