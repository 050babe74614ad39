"""A plan as the success plan template, filled in from what is known: see
`docs/customer-success/success-plan-template.md`, whose sections these are, in its order.

For the customer three sections are left out: risks, expansion and health are for us."""

from datetime import date

from tenure.customers.models import Customer
from tenure.foundation.paper.parts import Paper, Section
from tenure.foundation.web.templatetags.saying import day
from tenure.plans.models import SuccessPlan
from tenure.plans.view import PlanView
from tenure.portfolio.plan_document.agreed import signed, timeline
from tenure.portfolio.plan_document.known import technical_requirements, training_and_adoption
from tenure.portfolio.plan_document.people import communication, stakeholders
from tenure.portfolio.plan_document.standing import expansion, health, risks
from tenure.portfolio.plan_document.worth import summary, value


def plan_document(plan: SuccessPlan, today: date, *, is_for_customer: bool) -> Paper:
    customers = Customer.objects.select_related("success_profile__csm", "current_health")
    customer = customers.get(id=plan.customer_id)
    view = PlanView.of(plan, today)
    ours = [] if is_for_customer else [risks(customer, view), expansion(customer), health(customer)]
    sections: list[Section] = [
        summary(customer, view),
        stakeholders(customer, plan),
        technical_requirements(customer),
        training_and_adoption(customer),
        timeline(view),
        communication(customer, today),
        *ours[:1],
        value(customer, view),
        *ours[1:],
        signed(view),
    ]
    version = f"version {view.standing.version}" if view.standing.version else "no version kept"
    return Paper(
        title=plan.title,
        above=f"{customer.name} · success plan, {plan.get_plan_type_display().lower()}",
        lede=_lede(plan, view),
        sections=sections,
        foot=f"{customer.name}, {version}, {day(today)}"
        + ("" if is_for_customer else " · for us, not for the customer"),
    )


def _lede(plan: SuccessPlan, view: PlanView) -> str:
    ends = f" to {day(plan.ends_on)}" if plan.ends_on else ", without an end"
    told = view.progress
    far = f"{told.done} of {told.of} milestones completed" if told.of else "no milestones yet"
    late = f", {told.late} late" if told.late else ""
    return f"{plan.get_status_display()}. {day(plan.starts_on)}{ends}; {far}{late}."
