"""What ending or pursuing an opportunity changes elsewhere: plan, contract, tier."""

from datetime import date, datetime

from tenure.contracts import actions as contracts
from tenure.contracts.models import Contract
from tenure.expansion.models import Opportunity
from tenure.foundation.audit.trail import Author
from tenure.foundation.refusals import Invalid
from tenure.plans import actions as plans
from tenure.plans.models import SuccessPlan
from tenure.plans.words import PlanStatus, PlanType
from tenure.programme.in_force import programme
from tenure.programme.words import Tier
from tenure.tiering import actions as tiering
from tenure.work import actions as work

NO_CONTRACT = "No contract runs on this day that could grow: start one first."


def start_plan(opportunity: Opportunity, starts_on: date, by: Author, at: datetime) -> SuccessPlan:
    template = programme().plans.of_type(PlanType.EXPANSION)[0]
    plan = work.start_from_template(
        customer=opportunity.customer, template=template, starts_on=starts_on, by=by, at=at
    )
    goal = plan.objectives.filter(metric="expansion_revenue").first()
    if goal and opportunity.estimated_revenue:
        changes = {"baseline": 0, "target": opportunity.estimated_revenue}
        plans.change_objective(objective=goal, changes=changes, by=by, at=at)
    return plan


def amend(opportunity: Opportunity, seats: int | None, by: Author, at: datetime) -> Contract:
    """The largest contract that runs on the day is worth so much more from then on."""
    day = opportunity.ended_on
    assert day is not None
    assert opportunity.won_revenue is not None
    running = Contract.objects.filter(customer=opportunity.customer, is_trial=False).running_on(day)
    contract = running.order_by("-annual_value", "id").first()
    if contract is None:
        raise Invalid(NO_CONTRACT, {"ended_on": NO_CONTRACT})
    changes = {"annual_value": contract.annual_value + opportunity.won_revenue}
    more = {"seats": seats} if seats is not None else {}
    return contracts.amend_contract(contract=contract, on=day, changes=changes | more, by=by, at=at)


def move(opportunity: Opportunity, tier: Tier | None, by: Author, at: datetime) -> None:
    opportunity.customer.refresh_from_db()
    if tier is None or tier == opportunity.customer.tier:
        return
    tiering.set_tier(
        customer=opportunity.customer, tier=tier, reason="The expansion was won.", by=by, at=at
    )


def resume_plan(opportunity: Opportunity, by: Author, at: datetime) -> None:
    plan = opportunity.plan
    if plan is not None and plan.status == PlanStatus.CANCELLED:
        plans.move_plan(plan=plan, status=PlanStatus.ACTIVE, by=by, at=at)


def end_plan(opportunity: Opportunity, *, is_won: bool, by: Author, at: datetime) -> None:
    """A plan that is won is completed with its milestones and measured; one that is not is cancelled."""
    plan = opportunity.plan
    if plan is None or not plan.is_active:
        return
    goal = plan.objectives.filter(metric="expansion_revenue", dropped_on=None).first()
    if is_won and goal and opportunity.won_revenue is not None:
        plans.measure_objective(
            objective=goal, value=opportunity.won_revenue, measured_on=at.date(), by=by, at=at
        )
    status = PlanStatus.COMPLETED if is_won else PlanStatus.CANCELLED
    plans.move_plan(plan=plan, status=status, completes_milestones=is_won, by=by, at=at)
