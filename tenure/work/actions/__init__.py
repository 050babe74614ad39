"""What can be done about tasks and touchpoints."""

from tenure.work.actions.changing import change_touchpoint
from tenure.work.actions.from_template import activate_plan, start_from_template
from tenure.work.actions.many_tasks import (
    cancel_tasks,
    complete_tasks,
    hand_over_tasks,
    move_tasks,
    reopen_tasks,
)
from tenure.work.actions.tasks import AlreadyEnded, PlannedTask, add_task, add_tasks, change_task
from tenure.work.actions.touchpoints import (
    NotPlanned,
    PlannedTouchpoint,
    end_touchpoint,
    hold_touchpoint,
    log_touchpoint,
    plan_touchpoint,
    plan_touchpoints,
)

__all__ = [
    "AlreadyEnded",
    "NotPlanned",
    "PlannedTask",
    "PlannedTouchpoint",
    "activate_plan",
    "add_task",
    "add_tasks",
    "cancel_tasks",
    "change_task",
    "change_touchpoint",
    "complete_tasks",
    "end_touchpoint",
    "hand_over_tasks",
    "hold_touchpoint",
    "log_touchpoint",
    "move_tasks",
    "plan_touchpoint",
    "plan_touchpoints",
    "reopen_tasks",
    "start_from_template",
]
