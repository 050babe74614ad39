"""Plans from a template, with the tasks that belong to them."""

from datetime import date, datetime

from tenure.customers.models import Customer
from tenure.foundation.audit.trail import Author, deed, tell
from tenure.plans import actions as plans
from tenure.plans.models import SuccessPlan
from tenure.plans.roles import Roles
from tenure.plans.templating import day_of, outline
from tenure.plans.words import PlanStatus, PlanType
from tenure.programme.in_force import programme
from tenure.programme.templates import PlanTemplate
from tenure.programme.words import Tier
from tenure.work.actions.tasks import PlannedTask, add_tasks
from tenure.work.models import Task
from tenure.work.words import Origin

ORIGINS = {PlanType.RECOVERY.value: Origin.RECOVERY, PlanType.EXPANSION.value: Origin.EXPANSION}


@deed("template.used", "made the plan “{plan}” for {subject} from “{template}”")
def start_from_template(
    *,
    customer: Customer,
    template: PlanTemplate,
    starts_on: date,
    title: str = "",
    is_draft: bool = False,
    by: Author,
    at: datetime,
) -> SuccessPlan:
    """Start a plan with the template's milestones, objectives and tasks, all or nothing. A draft
    gets its tasks when it becomes active."""
    made = programme()
    drawn = outline(template, starts_on, Tier(customer.tier), Roles.at(customer), made)
    plan = plans.start_plan(
        customer=customer, title=title.strip() or f"{template.title}, {customer.name}"[:200],
        plan_type=PlanType(template.plan_type), starts_on=drawn.starts_on, ends_on=drawn.ends_on,
        milestones=drawn.milestones, objectives=drawn.objectives,
        facts={"description": template.says, "template": template.code,
               "status": PlanStatus.DRAFT if is_draft else PlanStatus.ACTIVE},
        by=by, at=at,
    )  # fmt: skip
    if not is_draft:
        _add_tasks_of(plan, by, at)
    tell(customer_id=customer.id, subject=customer.name, plan=plan.title, template=template.title)
    return plan


@deed("plan.activated", "made the plan “{plan}” of {subject} active")
def activate_plan(*, plan: SuccessPlan, by: Author, at: datetime) -> SuccessPlan:
    """Make a plan active, with the tasks that its template has for it; those made before stay."""
    plan = plans.move_plan(plan=plan, status=PlanStatus.ACTIVE, by=by, at=at)
    _add_tasks_of(plan, by, at)
    tell(customer_id=plan.customer_id, subject=plan.customer.name, plan=plan.title)
    return plan


def _add_tasks_of(plan: SuccessPlan, by: Author, at: datetime) -> list[Task]:
    """The tasks of the plan's template, as it is in force, each for the milestone that comes next;
    a template that is gone has none."""
    made = programme()
    template = next((one for one in made.plans.template if one.code == plan.template), None)
    if template is None or not template.task:
        return []
    roles = Roles.at(plan.customer)
    steps = list(plan.milestones.order_by("due_on", "id"))
    due = {step.code: day_of(plan.starts_on, step.day, made) for step in template.task}
    tasks = [
        PlannedTask(
            key=f"{plan.id}:{step.code}", title=step.title, due_on=due[step.code],
            milestone=next((one for one in steps if one.due_on >= due[step.code]), None),
            owner=roles.person(step.owner), owner_role=step.owner, priority=step.priority, playbook=step.playbook,
            details=f"{step.hours:g} hours" if step.hours else "",
        )
        for step in template.task
    ]  # fmt: skip
    origin = ORIGINS.get(str(plan.plan_type), Origin.PLAN)
    return add_tasks(customer=plan.customer, tasks=tasks, origin=origin, by=by, at=at)
