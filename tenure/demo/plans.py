"""The plans of the demo: a plan each half year, recovery; and how they and onboardings get on."""

from datetime import date, timedelta
from typing import Any

from tenure.demo.objectives import objectives_begin, sign
from tenure.demo.onboarding import begin_onboarding, end_onboarding, finish_tasks
from tenure.demo.scene import Player, Scene, workday
from tenure.plans import actions
from tenure.plans.models import PlanStatus, PlanType
from tenure.programme.in_force import programme
from tenure.programme.words import Tier
from tenure.work import actions as work
from tenure.work.models import Task
from tenure.work.words import TaskState

DRAFT_DAYS = 70
DAYS_UNTIL_GIVEN_UP = 110


def plans_move(scene: Scene, since: date, end: date) -> None:
    for player in scene.here(end):
        start_due_plan(scene, player, end)
        complete_due_milestones(scene, player, since, end)


def start_due_plan(scene: Scene, player: Player, day: date) -> None:
    """Start the plan that is due, if none is under way."""
    if player.plan is not None or player.fact.tier == Tier.TRIAL:
        return
    arc, fact = player.fact.arc, player.fact
    age = (day - fact.joined_on).days
    if arc.joins_day > 0 and player.once("onboarding plan"):
        begin_onboarding(scene, player)
    elif arc.recovery_day and day >= fact.day(arc.recovery_day) and player.once("recovery plan"):
        _start(scene, player, "Back on track", "recovery", day)
    elif age > 120 and fact.number % 4 != 3 and (day - fact.begin).days % 182 < 60:
        _start(
            scene,
            player,
            fact.objective,
            "year" if fact.tier == Tier.ENTERPRISE else "quarter",
            day,
        )


def _start(scene: Scene, player: Player, title: str, template: str, day: date) -> None:
    """From the programme's template; the last weeks' of some customers are drafts still."""
    is_draft = player.fact.number % 9 == 4 and (scene.now.date() - day).days < DRAFT_DAYS
    plan = work.start_from_template(
        customer=player.customer, template=programme().plans.named(template), title=title,
        starts_on=day, is_draft=is_draft, by=player.csm, at=scene.at(day),
    )  # fmt: skip
    objectives_begin(scene, player, plan, day)
    player.plan, player.open_steps = plan, []
    if not is_draft:
        player.open_steps = list(plan.milestones.order_by("due_on"))
        sign(scene, player, plan, day)


def complete_due_milestones(scene: Scene, player: Player, since: date, end: date) -> None:
    """Milestones are completed near their day, later the less engaged a customer is."""
    if player.plan is None or player.paused_on or not player.open_steps:
        return
    level = player.fact.engagement(end)
    while player.open_steps:
        step = player.open_steps[0]
        slowness = 55 if player.plan.plan_type != PlanType.ONBOARDING else 25
        delay = (
            round((0.75 - level) * slowness)
            + (step.due_on.toordinal() + player.fact.number) % 9
            - 4
        )
        day = max(workday(step.due_on + timedelta(days=delay)), player.plan.starts_on)
        is_stuck = level < 0.3 and player.fact.arc.code != "recovers"
        if day > end or (is_stuck and len(player.open_steps) < player.plan.milestones.count()):
            if not player.onboarding and (end - step.due_on).days > DAYS_UNTIL_GIVEN_UP:
                _give_up(scene, player, end)
            return
        actions.complete_milestone(
            milestone=step, completed_on=day, by=player.csm, at=scene.at(max(day, since), 17)
        )
        finish_tasks(scene, player, step, max(day, since))
        player.open_steps.pop(0)
    _end_plan(scene, player, end)


def _give_up(scene: Scene, player: Player, end: date) -> None:
    """What nobody works on any more is cancelled, and room made for the next plan."""
    assert player.plan
    told: dict[str, Any] = {"by": player.csm, "at": scene.at(end, 17)}
    actions.move_plan(plan=player.plan, status=PlanStatus.CANCELLED, **told)
    left = Task.objects.filter(milestone__plan=player.plan, state=TaskState.OPEN)
    ids = list(left.values_list("id", flat=True))
    work.cancel_tasks(tasks=ids, note="Its plan was given up", **told)
    player.plan, player.open_steps = None, []


def _end_plan(scene: Scene, player: Player, end: date) -> None:
    if player.onboarding:
        end_onboarding(scene, player, end)
    elif player.plan:
        completed = {"status": PlanStatus.COMPLETED}
        actions.change_plan(
            plan=player.plan, changes=completed, by=player.csm, at=scene.at(end, 17)
        )
        player.plan = None
