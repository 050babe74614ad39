"""What can be done about success plans."""

from tenure.plans.actions.milestones import (
    AlreadyCompleted,
    OutOfTurn,
    PlanIsCompleted,
    add_milestone,
    change_milestone,
    complete_milestone,
    tick_deliverable,
)
from tenure.plans.actions.moving import NothingToUndo, NotOpen, move_milestone, restore_days
from tenure.plans.actions.objectives import (
    add_objective,
    change_objective,
    drop_objective,
    measure_objective,
    restore_objective,
)
from tenure.plans.actions.ordering import InACircle, order_milestone
from tenure.plans.actions.plans import (
    NoSuchMove,
    OpenMilestones,
    change_plan,
    move_plan,
    start_plan,
)
from tenure.plans.actions.signing import ChangedSinceSeen, sign_plan
from tenure.plans.steps import PlannedMilestone, PlannedObjective

__all__ = [
    "AlreadyCompleted",
    "ChangedSinceSeen",
    "InACircle",
    "NoSuchMove",
    "NotOpen",
    "NothingToUndo",
    "OpenMilestones",
    "OutOfTurn",
    "PlanIsCompleted",
    "PlannedMilestone",
    "PlannedObjective",
    "add_milestone",
    "add_objective",
    "change_milestone",
    "change_objective",
    "change_plan",
    "complete_milestone",
    "drop_objective",
    "measure_objective",
    "move_milestone",
    "move_plan",
    "order_milestone",
    "restore_days",
    "restore_objective",
    "sign_plan",
    "start_plan",
    "tick_deliverable",
]
