"""Success plans and milestones over the API."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from ninja import Router

from tenure.customers.finding import editable_customer, visible_customer
from tenure.foundation.checking import cleared
from tenure.foundation.rest import answers
from tenure.foundation.rest.once import once
from tenure.foundation.rest.versions import seen_at
from tenure.people.callers import ApiRequest, Area, reads, writes
from tenure.plans import actions, models
from tenure.plans.actions import PlannedMilestone
from tenure.plans.finding import editable_milestone, editable_plan, visible_plan
from tenure.plans.schemas import (
    MILESTONES,
    PLANS,
    Milestone,
    MilestoneChanges,
    NewMilestone,
    NewPlan,
    Plan,
    PlanChanges,
)  # fmt: skip

router = Router(tags=["Success plans"], by_alias=True)
ONE_PLAN = {200: answers.answer_of(Plan, "Plan")}
PLANNED = ("title", "due_on", "owner", "priority", "deliverables")


@router.get(
    "/customers/{customer_id}/success-plans", response={200: answers.answer_of(list[Plan], "Plans")}
)
@reads(Area.PLANS)
def list_plans(request: ApiRequest, customer_id: UUID) -> HttpResponse:
    """The plans of a customer with their milestones, the newest start first."""
    visible_customer(customer_id, request.auth.person)
    rest = "where s.customer_id = %s order by s.starts_on desc, s.id desc"
    return answers.rows(PLANS, rest, [customer_id])


@router.get("/success-plans/{plan_id}", response=ONE_PLAN)
@reads(Area.PLANS)
def show_plan(request: ApiRequest, plan_id: UUID) -> HttpResponse:
    """A plan with its milestones."""
    visible_plan(plan_id, request.auth.person)
    return plan_shown(plan_id)


@router.post(
    "/customers/{customer_id}/success-plans", response={201: answers.answer_of(Plan, "NewPlan")}
)
@writes(Area.PLANS)
@once
def start_plan(
    request: ApiRequest, customer_id: UUID, body: NewPlan, completeMilestones: bool = False
) -> HttpResponse:
    """Start a plan with its milestones, all or nothing."""
    customer = editable_customer(customer_id, request.auth.person)
    facts = cleared(models.SuccessPlan, body.given)
    facts.pop("milestones", None)
    plan = actions.start_plan(
        customer=customer,
        title=facts.pop("title"),
        plan_type=facts.pop("plan_type", models.PlanType.ONBOARDING),
        starts_on=facts.pop("starts_on"),
        ends_on=facts.pop("ends_on", None),
        business_objectives=facts.pop("business_objectives", ()),
        milestones=[planned(step) for step in body.milestones],
        facts=facts,
        completes_milestones=completeMilestones,
        by=request.auth,
        at=timezone.now(),
    )
    return plan_shown(plan.id, 201)


def planned(step: NewMilestone) -> PlannedMilestone:
    facts = cleared(models.Milestone, step.given)
    told: dict[str, Any] = {name: facts.pop(name) for name in PLANNED if name in facts}
    return PlannedMilestone(**told, facts=facts)


@router.put("/success-plans/{plan_id}", response=ONE_PLAN)
@writes(Area.PLANS)
def change_plan(
    request: ApiRequest, plan_id: UUID, body: PlanChanges, completeMilestones: bool = False
) -> HttpResponse:
    """Change what is sent, and keep the rest. A plan with open milestones becomes COMPLETED only
    with `completeMilestones=true`, which completes them too."""
    actions.change_plan(
        plan=editable_plan(plan_id, request.auth.person),
        changes=cleared(models.SuccessPlan, body.given),
        completes_milestones=completeMilestones,
        seen_at=seen_at(request),
        by=request.auth,
        at=timezone.now(),
    )
    return plan_shown(plan_id)


@router.post(
    "/success-plans/{plan_id}/milestones",
    response={201: answers.answer_of(Milestone, "NewMilestone")},
)
@writes(Area.PLANS)
@once
def add_milestone(request: ApiRequest, plan_id: UUID, body: NewMilestone) -> HttpResponse:
    """Add a step to a plan. To a COMPLETED plan only one that is done or cancelled."""
    milestone = actions.add_milestone(
        plan=editable_plan(plan_id, request.auth.person),
        fields=cleared(models.Milestone, body.given),
        by=request.auth,
        at=timezone.now(),
    )
    return answers.row(MILESTONES, "where m.id = %s", [milestone.id], 201)


@router.put(
    "/success-plans/{plan_id}/milestones/{milestone_id}",
    response={200: answers.answer_of(Milestone, "Milestone")},
)
@writes(Area.PLANS)
def change_milestone(
    request: ApiRequest,
    plan_id: UUID,
    milestone_id: UUID,
    body: MilestoneChanges,
    outOfTurn: bool = False,
) -> HttpResponse:
    """Change what is sent. What becomes COMPLETED gets the day of it, unless one is sent; one that
    comes after open milestones becomes COMPLETED only with `outOfTurn=true`."""
    actions.change_milestone(
        milestone=editable_milestone(plan_id, milestone_id, request.auth.person),
        changes=cleared(models.Milestone, body.given),
        out_of_turn=outOfTurn,
        seen_at=seen_at(request),
        by=request.auth,
        at=timezone.now(),
    )
    return answers.row(MILESTONES, "where m.id = %s", [milestone_id])


def plan_shown(plan_id: UUID, status: int = 200) -> HttpResponse:
    return answers.row(PLANS, "where s.id = %s", [plan_id], status)
