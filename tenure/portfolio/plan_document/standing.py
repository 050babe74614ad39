"""What is for us: risks, expansion, and the health that we look at."""

from tenure.alerts.models import Alert
from tenure.alerts.words import AlertState
from tenure.customers.models import Customer
from tenure.foundation.paper.parts import Block, Facts, Points, Rows, Section
from tenure.foundation.web.templatetags.saying import day, money
from tenure.health import scorecards
from tenure.plans.view import PlanView
from tenure.plans.words import PlanType
from tenure.programme.in_force import programme
from tenure.programme.words import HealthLevel, Tier
from tenure.recovery.models import Case
from tenure.recovery.words import CaseState


def risks(customer: Customer, view: PlanView) -> Section:
    """What is known of this customer; for an onboarding also what to look out for."""
    alerts = Alert.objects.filter(customer=customer, state=AlertState.OPEN).order_by("opened_at")
    known = [f"{one.get_rule_display()}, since {day(one.opened_at)}" for one in alerts]
    case = Case.objects.filter(customer=customer, state=CaseState.OPEN).first()
    known += [f"At risk since {day(case.opened_at)}, at level {case.level}"] if case else []
    known += [f"“{step.milestone}” is {step.days_late} days late"
              for step in view.steps if step.days_late]  # fmt: skip
    notes = customer.success_profile.risk_notes
    blocks: list[Block] = [
        Points("Known now", known),
        Facts([("Notes", notes or None), ("Contingency", None)]),
    ]
    if view.plan.plan_type != PlanType.ONBOARDING:
        return Section("Risks", blocks)
    looked_for = programme().onboarding.risk
    rows = [(one.title, one.sign, one.answer) for one in looked_for]
    table = Rows(("Risk", "How it shows", "What to do"), rows, (1.3, 2, 2.4), "To look out for")
    return Section("Risks", [*blocks, table])


def expansion(customer: Customer) -> Section:
    profile = customer.success_profile
    ratio = profile.expansion_probability_ratio
    return Section(
        "Expansion",
        [
            Facts(
                [
                    ("Opportunities", profile.opportunity_notes or None),
                    ("Probability", None if ratio is None else f"{100 * ratio:.0f}%"),
                    ("Value a year now", money(customer.annual_contract_value)),
                    ("Renews", day(customer.next_renewal_on) or None),
                ]
            )
        ],
    )


def health(customer: Customer) -> Section:
    now, tier = customer.current_health, Tier(customer.tier)
    at_risk = programme().escalation.at_risk
    promised = (
        f"under {at_risk.score_under:g}: assessment within {at_risk.assessed_within_hours:g} hours, "
        f"recovery plan within {at_risk.plan_within_hours:g}"
    )
    level = HealthLevel(now.level).label if now.level else None
    return Section(
        "Health",
        [
            Facts(
                [
                    ("Score", None if now.score is None else f"{now.score}, {level}"),
                    ("Recorded", day(now.recorded_at) or None),
                    ("Risk of churn", now.get_churn_risk_display() if now.recorded_at else None),
                    ("At risk", promised),
                ]
            ),
            Rows(
                title="Components",
                columns=("Component", "Weight", "Target"),
                widths=(3, 1, 1),
                rows=[
                    (one.title, f"{one.weight_for(tier):g}%", f"{one.target:g}")
                    for one in scorecards.in_force().component
                ],
            ),
        ],
    )  # fmt: skip
