"""The list of plans, and the pages on which a plan is worked on."""

from tenure.plans.pages.editing import edit_plan, work_on_plan
from tenure.plans.pages.lists import plan_list
from tenure.plans.pages.milestones import add_milestone, edit_milestone, work_on_milestone
from tenure.plans.pages.moving import move_milestone, undo_move
from tenure.plans.pages.objectives import add_objective, edit_objective, measure
from tenure.plans.pages.versions import sign, versions

__all__ = [
    "add_milestone",
    "add_objective",
    "edit_milestone",
    "edit_objective",
    "edit_plan",
    "measure",
    "move_milestone",
    "plan_list",
    "sign",
    "undo_move",
    "versions",
    "work_on_milestone",
    "work_on_plan",
]
