"""What the programme says is done in a case: tasks, plan, check-ins."""

from datetime import datetime, timedelta
from uuid import UUID

from tenure.foundation.audit.trail import Author
from tenure.people.models import Person
from tenure.plans import actions as plans
from tenure.plans.models import PlanStatus, PlanType, SuccessPlan
from tenure.plans.roles import Roles
from tenure.plans.templating import outline
from tenure.programme.escalation import EscalationLevel
from tenure.programme.in_force import programme
from tenure.programme.words import Tier, TouchpointKind, Urgency
from tenure.programme.working import working_day
from tenure.recovery.deadlines import check_ins
from tenure.recovery.models import Case
from tenure.work import actions as work
from tenure.work.actions import PlannedTask, PlannedTouchpoint
from tenure.work.models import Task
from tenure.work.words import Origin, TaskState

TEMPLATE = "recovery"


def csm_of(case: Case) -> Person | None:
    return case.customer.success_profile.csm


def plan_assessment(case: Case, by: Author, at: datetime) -> None:
    """The tasks are due on their days, whether these are worked on or not: the promise runs by the clock."""
    steps = [
        PlannedTask(
            key=f"{case.id}:assessment:{step.code}", title=step.title, playbook=step.playbook,
            due_on=at.date() + timedelta(days=step.day), priority=step.priority,
            owner=csm_of(case), owner_role=step.owner,
        )
        for step in programme().escalation.at_risk.assessment
    ]  # fmt: skip
    work.add_tasks(customer=case.customer, tasks=steps, origin=Origin.RECOVERY, by=by, at=at)


def finish_assessment(case: Case, by: Author, at: datetime) -> None:
    work.complete_tasks(tasks=_open_tasks(case, "assessment:"), by=by, at=at)


def make_plan(case: Case, by: Author, at: datetime) -> SuccessPlan:
    made, customer = programme(), case.customer
    template = made.plans.named(TEMPLATE)
    drawn = outline(template, at.date(), Tier(customer.tier), Roles.at(customer), made)
    plan = plans.start_plan(
        customer=customer, title=f"{template.title} for {customer.name}"[:200],
        plan_type=PlanType.RECOVERY, starts_on=drawn.starts_on, ends_on=drawn.ends_on,
        milestones=drawn.milestones, objectives=drawn.objectives,
        facts={"description": template.says}, by=by, at=at,
    )  # fmt: skip
    _plan_tasks(case, by, at)
    _plan_check_ins(case, by, at)
    return plan


def _plan_tasks(case: Case, by: Author, at: datetime) -> None:
    made, day = programme(), at.date()
    tasks = [
        PlannedTask(
            key=f"{case.id}:plan:{step.code}", title=step.title, playbook=step.playbook, owner=csm_of(case),
            due_on=working_day(made.calendar, day + timedelta(days=step.day)),
            priority=step.priority, owner_role=step.owner,
        )
        for step in made.plans.named(TEMPLATE).task
    ]  # fmt: skip
    work.add_tasks(customer=case.customer, tasks=tasks, origin=Origin.RECOVERY, by=by, at=at)


def _plan_check_ins(case: Case, by: Author, at: datetime) -> None:
    made = programme()
    days = check_ins(at, made.escalation.at_risk.check_in_days, made.calendar)
    work.plan_touchpoints(
        customer=case.customer, origin=Origin.RECOVERY, by=by, at=at,
        touchpoints=[
            PlannedTouchpoint(
                key=f"{case.id}:check-in:{number}", kind=TouchpointKind.CALL, subject="Check-in",
                on=moment.date(), owner=csm_of(case),
            )
            for number, moment in enumerate(days, 1)
        ],
    )  # fmt: skip


def plan_level(case: Case, level: EscalationLevel, reason: str, by: Author, at: datetime) -> None:
    """A task for whoever is responsible at the level, due when its answer is."""
    task = PlannedTask(
        key=f"{case.id}:level:{level.number}", title=f"Escalated to level {level.number}: {reason}"[:200],
        details=level.does, due_on=case.level_due_at.date(), owner_role=level.who,
        priority=Urgency.CRITICAL, playbook="csm-playbook#escalation",
    )  # fmt: skip
    work.add_tasks(customer=case.customer, tasks=[task], origin=Origin.ESCALATION, by=by, at=at)


def finish_plan(case: Case, status: PlanStatus, by: Author, at: datetime) -> None:
    work.cancel_tasks(tasks=_open_tasks(case, ""), note="The case ended.", by=by, at=at)
    for touchpoint in case.customer.touchpoints.filter(
        state="PLANNED", origin=Origin.RECOVERY, origin_key__startswith=f"{case.id}:"
    ):
        work.end_touchpoint(touchpoint=touchpoint, was_missed=False, by=by, at=at)
    if case.plan:
        plans.change_plan(
            plan=case.plan, changes={"status": status}, completes_milestones=True, by=by, at=at
        )


def _open_tasks(case: Case, part: str) -> list[UUID]:
    found = Task.objects.filter(
        customer_id=case.customer_id,
        state=TaskState.OPEN,
        origin_key__startswith=f"{case.id}:{part}",
    )
    return list(found.values_list("id", flat=True))
