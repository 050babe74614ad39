"""How the customers of the demo are onboarded: by the programme, some late, one on hold."""

from datetime import date, timedelta

from django.db.models import Q

from tenure.demo.scene import Player, Scene
from tenure.onboarding import actions as onboarding
from tenure.onboarding.starting import start_onboarding
from tenure.onboarding.values import record_value
from tenure.plans.models import Milestone
from tenure.work import actions as work
from tenure.work.models import Task, Touchpoint
from tenure.work.words import TaskState, TouchpointState

DAYS_LATE, DAYS_ON_HOLD = 5, 35
WHY_ON_HOLD = "Their IT changes nothing until the audit is over."


def begin_onboarding(scene: Scene, player: Player) -> None:
    day = player.fact.joined_on
    player.onboarding = start_onboarding(
        customer=player.customer, kickoff_on=day, by=player.csm, at=scene.at(day)
    )
    player.plan = player.onboarding.plan
    player.open_steps = _steps(player)


def onboardings_are_put_on_hold(scene: Scene, since: date, end: date) -> None:
    """Some that start late are put on hold until the customer can go on; the others stay late."""
    for player in scene.here(end):
        is_slow = player.fact.arc.code == "starts late" and player.fact.number % 2 == 0
        if player.onboarding is None or not player.open_steps or not is_slow:
            continue
        if player.paused_on and (end - player.paused_on).days >= DAYS_ON_HOLD:
            onboarding.resume_onboarding(
                onboarding=player.onboarding, by=player.csm, at=scene.at(end, 10)
            )
            player.paused_on = None
            player.open_steps = [step for step in _steps(player) if step.is_open]
        elif (end - player.open_steps[0].due_on).days > DAYS_LATE and player.once("on hold"):
            onboarding.pause_onboarding(
                onboarding=player.onboarding,
                reason=WHY_ON_HOLD,
                by=player.csm,
                at=scene.at(end, 10),
            )
            player.paused_on = end


def _steps(player: Player) -> list[Milestone]:
    assert player.plan
    return list(player.plan.milestones.order_by("due_on"))


def finish_tasks(scene: Scene, player: Player, step: Milestone, day: date) -> None:
    """Who completes a milestone has done what was due before it."""
    due = Task.objects.filter(customer=player.customer, state=TaskState.OPEN)
    of_all = Q(due_on__lte=step.due_on) if player.onboarding else Q(milestone=step)
    ids = list(due.filter(of_all).values_list("id", flat=True))
    if ids:
        work.complete_tasks(tasks=ids, by=player.csm, at=scene.at(day, 16))
    if player.onboarding is None:
        return
    planned = Touchpoint.objects.filter(
        customer=player.customer, state=TouchpointState.PLANNED, planned_on__lte=day
    )
    for one in planned.order_by("planned_on"):
        assert one.planned_on is not None
        held = scene.at(one.planned_on, 11)
        work.hold_touchpoint(touchpoint=one, happened_at=held, by=player.csm, at=scene.at(day, 16))
    if step.code in ("value_30", "optimisation_60"):
        _first_value(scene, player, day)


def _first_value(scene: Scene, player: Player, day: date) -> None:
    if player.once("value recorded"):
        fields = {"what": player.fact.objective, "achieved_on": day - timedelta(days=3),
                  "confirmed_by": player.fact.champion.name}  # fmt: skip
        record_value(customer=player.customer, fields=fields, by=player.csm, at=scene.at(day, 17))


def end_onboarding(scene: Scene, player: Player, end: date) -> None:
    assert player.onboarding is not None
    onboarding.complete_onboarding(
        onboarding=player.onboarding, by=player.csm, at=scene.at(end, 17)
    )
    player.onboarding = player.plan = None
