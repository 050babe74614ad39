"""What can be done about success plans."""

from tenure.plans.actions.milestones import (
    AlreadyCompleted,
    PlanIsCompleted,
    add_milestone,
    change_milestone,
    complete_milestone,
)
from tenure.plans.actions.moving import move_milestone
from tenure.plans.actions.plans import OpenMilestones, PlannedMilestone, change_plan, start_plan

__all__ = [
    "AlreadyCompleted",
    "OpenMilestones",
    "PlanIsCompleted",
    "PlannedMilestone",
    "add_milestone",
    "change_milestone",
    "change_plan",
    "complete_milestone",
    "move_milestone",
    "start_plan",
]
