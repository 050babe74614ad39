from django.urls import path

from tenure.plans import pages

OF_PLAN = "plans/<uuid:plan_id>/"
STEP = OF_PLAN + "milestones/<uuid:milestone_id>/"
GOAL = OF_PLAN + "objectives/<uuid:objective_id>/"

urlpatterns = [
    path("plans/", pages.plan_list, name="plans"),
    path(OF_PLAN + "edit/", pages.edit_plan, name="edit-plan"),
    path(OF_PLAN + "work/", pages.work_on_plan, name="work-plan"),
    path(OF_PLAN + "sign/", pages.sign, name="sign-plan"),
    path(OF_PLAN + "versions/", pages.versions, name="plan-versions"),
    path(OF_PLAN + "undo/", pages.undo_move, name="undo-move"),
    path(OF_PLAN + "objectives/add/", pages.add_objective, name="add-objective"),
    path(GOAL, pages.measure, name="objective"),
    path(GOAL + "edit/", pages.edit_objective, name="edit-objective"),
    path(OF_PLAN + "milestones/add/", pages.add_milestone, name="add-milestone"),
    path(STEP, pages.edit_milestone, name="milestone"),
    path(STEP + "work/", pages.work_on_milestone, name="work-milestone"),
    path(STEP + "move/", pages.move_milestone, name="move-milestone"),
]
