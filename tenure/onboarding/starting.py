"""Starting an onboarding: the plan, its milestones, tasks and touchpoints, all or nothing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from tenure.customers.models import Customer
from tenure.customers.words import CustomerStatus, OnboardingStatus
from tenure.foundation.audit.trail import Author, deed, tell
from tenure.foundation.checking import save
from tenure.foundation.refusals import Conflict, Invalid
from tenure.onboarding.models import Onboarding
from tenure.onboarding.noting import move, note
from tenure.onboarding.planning import blueprint
from tenure.onboarding.words import UNDER_WAY
from tenure.plans import actions as plans
from tenure.plans.models import Milestone, PlanType
from tenure.plans.roles import Roles
from tenure.programme.in_force import programme
from tenure.programme.words import Tier
from tenure.work import actions as work
from tenure.work.actions import PlannedTask, PlannedTouchpoint
from tenure.work.words import Origin


class AlreadyUnderWay(Conflict):
    """A customer has one onboarding at a time."""


@deed("onboarding.started", "started the onboarding of {subject}, with the kickoff on {day}")
def start_onboarding(
    *, customer: Customer, kickoff_on: date, by: Author, at: datetime
) -> Onboarding:
    """Make the plan, its milestones, tasks and touchpoints of the programme, all or nothing."""
    customer = Customer.objects.select_for_update(no_key=True).get(id=customer.id)
    _refuse_second(customer)
    if customer.status == CustomerStatus.CHURNED:
        raise Invalid(f"{customer} has left.", {"customer": "has left"})
    made = programme()
    plan_of = blueprint(Tier(customer.tier), kickoff_on, Roles.at(customer), made)
    plan = plans.start_plan(
        customer=customer, title=f"Onboarding {customer.name}"[:200], plan_type=PlanType.ONBOARDING,
        starts_on=plan_of.starts_on,
        ends_on=plan_of.ends_on, milestones=plan_of.milestones, by=by, at=at,
    )  # fmt: skip
    onboarding = Onboarding(
        customer=customer, plan=plan, kickoff_on=plan_of.kickoff_on, created_at=at,
        is_self_paced=plan_of.is_self_paced, programme_version=made.version,
    )  # fmt: skip
    save(onboarding)
    _plan_work(onboarding, plan_of.tasks, plan_of.touchpoints, by, at)
    note(customer, by, at, onboarding_status=OnboardingStatus.IN_PROGRESS.value,
          onboarding_starts_on=plan_of.kickoff_on, onboarding_ends_on=None)  # fmt: skip
    if customer.status == CustomerStatus.ACTIVE:
        move(customer, CustomerStatus.ONBOARDING, by, at)
    tell(customer_id=customer.id, subject=customer.name, day=f"{plan_of.kickoff_on:%-d %B %Y}")
    return onboarding


def _plan_work(
    onboarding: Onboarding,
    tasks: Sequence[PlannedTask],
    touchpoints: Sequence[PlannedTouchpoint],
    by: Author,
    at: datetime,
) -> None:
    """The keys of an onboarding begin with its own, so that a customer may come in a second time."""
    told: dict[str, Any] = {"customer": onboarding.customer, "origin": Origin.ONBOARDING}
    steps = list(onboarding.plan.milestones.order_by("due_on", "id"))
    work.add_tasks(
        tasks=[
            replace(task, key=f"{onboarding.id}:{task.key}", milestone=_towards(task, steps))
            for task in tasks
        ],
        by=by, at=at, **told,
    )  # fmt: skip
    work.plan_touchpoints(
        touchpoints=[replace(one, key=f"{onboarding.id}:{one.key}") for one in touchpoints],
        by=by, at=at, **told,
    )  # fmt: skip


def _towards(task: PlannedTask, steps: Sequence[Milestone]) -> Milestone | None:
    """The milestone that a task leads to: the next one of its phase, or the last."""
    own = [step for step in steps if step.phase == task.key.partition(":")[0]]
    ahead = [step for step in own if step.due_on >= task.due_on]
    return next(iter(ahead or own[-1:]), None)


def _refuse_second(customer: Customer) -> None:
    if Onboarding.objects.filter(customer=customer, state__in=UNDER_WAY).exists():
        raise AlreadyUnderWay(f"{customer} is being onboarded already.")
