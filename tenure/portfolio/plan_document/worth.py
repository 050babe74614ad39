"""What it is for, and what it was worth so far: executive summary and value realisation."""

from typing import Any

from tenure.customers.models import Customer
from tenure.foundation.paper.parts import Block, Facts, Points, Rows, Section, Words
from tenure.foundation.web.templatetags.saying import day
from tenure.onboarding.models import ValueEntry
from tenure.plans.models import Objective, SuccessPlan
from tenure.plans.templatetags.plan_words import value_of
from tenure.plans.view import PlanView

VALUES = 50


def summary(customer: Customer, view: PlanView) -> Section:
    plan, profile = view.plan, customer.success_profile
    goals = [*plan.business_objectives]
    goals += [profile.primary_objective] if profile.primary_objective else []
    goals += [one for one in profile.secondary_objectives if one]
    return Section(
        "Executive summary",
        [
            Words(plan.description or None),
            Points("Business objectives", list(dict.fromkeys(goals))),
            Rows(
                title="Success metrics",
                columns=("Objective", "From", "Target", "Now", "Measured"),
                widths=(3, 1.2, 1.2, 1.2, 1.4),
                rows=[_metric(goal.objective) for goal in view.goals],
            ),
            *_told(plan),
        ],
    )


def _metric(one: Objective) -> tuple[str | None, ...]:
    return (
        one.title,
        *(
            None if value is None else value_of(one, value)
            for value in (one.baseline, one.target, one.current)
        ),
        day(one.measured_on) or None,
    )


def _told(plan: SuccessPlan) -> list[Block]:
    """What another system wrote about metrics, as it wrote it."""
    told = {"Metrics": plan.success_metrics, "Baseline": plan.baseline_value}
    rows = [(name, plain(value)) for name, value in told.items() if value]
    return [Facts(rows)] if rows else []


def plain(value: Any) -> str:
    """Facts without a fixed form, as a line."""
    if isinstance(value, dict):
        return "; ".join(f"{name}: {plain(one)}" for name, one in value.items())
    if isinstance(value, list):
        return "; ".join(plain(one) for one in value)
    return str(value)


def value(customer: Customer, view: PlanView) -> Section:
    """The return on investment is not reckoned here: nobody records costs yet."""
    entries = ValueEntry.objects.filter(customer=customer).order_by("achieved_on", "id")[:VALUES]
    days = customer.success_profile.time_to_value_days
    return Section(
        "Value realisation",
        [
            Facts(
                [
                    ("Time to value", None if days is None else f"{days} days from the contract"),
                    ("Return on investment", None),
                ]
            ),
            Rows(
                title="Progress of the objectives",
                columns=("Objective", "Progress"),
                widths=(3, 1),
                rows=[
                    (goal.objective.title, None if goal.percent is None else f"{goal.percent}%")
                    for goal in view.goals
                ],
            ),
            Rows(
                title="What was achieved",
                columns=("Since", "What", "How much", "Confirmed by"),
                widths=(1.2, 3, 1.2, 1.4),
                rows=[_achieved(one) for one in entries],
            ),
        ],
    )


def _achieved(one: ValueEntry) -> tuple[str | None, ...]:
    much = None if one.amount is None else f"{one.amount:,.2f}".removesuffix(".00")
    much = f"{much} {one.unit}".rstrip() if much else None
    return day(one.achieved_on), one.what, much, one.confirmed_by or None
