"""The whole programme: its files put together and held against each other. Plain Python."""

from collections.abc import Iterator
from functools import cached_property
from hashlib import sha256
from typing import Any

import msgspec

from tenure.programme.advocacy import Advocacy
from tenure.programme.calendar import Calendar
from tenure.programme.escalation import Escalation
from tenure.programme.expansion import Expansion
from tenure.programme.faults import Fault
from tenure.programme.metrics import Metrics
from tenure.programme.onboarding import Onboarding
from tenure.programme.revenue import Revenue
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
    "expansion": Expansion,
    "revenue": Revenue,
    "advocacy": Advocacy,
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
    expansion: Expansion
    revenue: Revenue
    advocacy: Advocacy
    reviews: Reviews
    metrics: Metrics
    calendar: Calendar

    @cached_property
    def version(self) -> str:
        """The same programme has the same version everywhere, however its files are laid out."""
        return sha256(msgspec.json.encode(self, order="sorted")).hexdigest()[:12]


def disagreements(programme: Programme) -> list[tuple[str, Fault]]:
    """What one file says that another does not know: the file's name, and the fault in it."""
    return [*_of_reviews(programme), *_of_objectives(programme), *_of_templates(programme)]


def _of_reviews(programme: Programme) -> Iterator[tuple[str, Fault]]:
    told = [review.cadence for review in programme.reviews.review]
    for number, tier in enumerate(programme.tiers.tier):
        for review in tier.reviews:
            if review.cadence not in told:
                words = f"There is no review {review.cadence}. There are: {', '.join(told)}."
                yield "tiers", Fault(f"tier[{number}].reviews", words)


def _of_objectives(programme: Programme) -> Iterator[tuple[str, Fault]]:
    codes = [metric.code for metric in programme.metrics.metric]
    for number, template in enumerate(programme.plans.template):
        for index, aim in enumerate(template.objective):
            if aim.metric and aim.metric not in codes:
                place = f"template[{number}].objective[{index}]"
                yield "plans", Fault(place, f"There is no metric {aim.metric} in metrics.toml.")


def _of_templates(programme: Programme) -> Iterator[tuple[str, Fault]]:
    told = [template.plan_type for template in programme.plans.template]
    for plan_type in ("RECOVERY", "EXPANSION"):
        if plan_type not in told:
            yield (
                "plans",
                Fault("template[0]", f"There is no template for a plan of type {plan_type}."),
            )
