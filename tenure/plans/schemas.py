"""Success plans and their milestones on the wire."""

from typing import Annotated
from uuid import UUID

from django.conf import settings
from pydantic import Field

from tenure.foundation.rest.kinds import Day, Instant, Line, Listed, Name, Text, Texts
from tenure.foundation.rest.wire import Resource, Sql, Wire, absent
from tenure.plans.models import MilestonePriority, MilestoneStatus, PlanStatus, PlanType

# Of an active plan an open milestone whose day has passed, where we are, is overdue; that is nowhere stored.
OVERDUE = f"""case when m.status in ('PENDING', 'IN_PROGRESS')
    and m.due_on < (now() at time zone '{settings.TIME_ZONE}')::date
    and (select p.status from plans_successplan p where p.id = m.plan_id) = 'ACTIVE'
    then 'OVERDUE' else m.status end"""


class Milestone(Wire):
    """A step of a plan, with a day and an owner. OVERDUE is computed: who sends it leaves it open."""

    id: UUID
    plan_id: UUID = Field(alias="successPlanId")
    title: str
    description: str | None
    due_on: Day = Field(alias="dueDate")
    completed_on: Day | None = Field(alias="completedDate")
    status: Annotated[MilestoneStatus, Sql(OVERDUE)]
    owner: str | None
    priority: MilestonePriority
    deliverables: list[str]
    created_at: Instant
    updated_at: Instant


MILESTONES = Resource(Milestone, "plans_milestone m", "m")


class Plan(Wire):
    """What we and the customer agreed to reach together."""

    id: UUID
    customer_id: UUID
    title: str
    description: str | None
    plan_type: PlanType
    status: PlanStatus
    starts_on: Day = Field(alias="startDate")
    ends_on: Day | None = Field(alias="endDate")
    business_objectives: list[str]
    success_metrics: Listed | None
    baseline_value: Listed | None
    stakeholders: Listed | None
    notes: str | None
    milestones: Annotated[
        list[Milestone], Sql(MILESTONES.array("where m.plan_id = s.id order by m.due_on, m.id"))
    ]
    created_at: Instant
    updated_at: Instant


PLANS = Resource(Plan, "plans_successplan s", "s")


class MilestoneChanges(Wire):
    """What may be said of a milestone: null clears, absence keeps."""

    title: Name = absent()
    description: Text | None = None
    due_on: Day = absent("dueDate")
    completed_on: Day | None = absent("completedDate")
    status: MilestoneStatus = absent()
    owner: Line | None = None
    priority: MilestonePriority = absent()
    deliverables: Texts = absent()


class NewMilestone(MilestoneChanges):
    title: Name
    due_on: Day = Field(alias="dueDate")


class PlanChanges(Wire):
    """What may be said of a plan: null clears, absence keeps."""

    title: Name = absent()
    description: Text | None = None
    plan_type: PlanType = absent()
    status: PlanStatus = absent()
    starts_on: Day = absent("startDate")
    ends_on: Day | None = absent("endDate")
    business_objectives: Texts = absent()
    success_metrics: Listed | None = None
    baseline_value: Listed | None = None
    stakeholders: Listed | None = None
    notes: Text | None = None


class NewPlan(PlanChanges):
    title: Name
    starts_on: Day = Field(alias="startDate")
    milestones: list[NewMilestone] = Field(default_factory=list, max_length=200)
