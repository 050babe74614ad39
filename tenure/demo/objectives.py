"""What the plans of the demo are to reach, what was measured of it, and who signed."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from tenure.customers.models import CurrentHealth
from tenure.demo.scene import Player, Scene, workday
from tenure.plans import actions
from tenure.plans.models import Objective, SuccessPlan
from tenure.plans.words import Direction, PlanStatus, Side

MEASURED_EVERY_WEEKS = 4
SIGNED_AFTER_DAYS = 4
MOVED_AFTER_DAYS = 10
MOST = {"feature_adoption": 100, "nps": 100, "health_score": 100}


def objectives_begin(scene: Scene, player: Player, plan: SuccessPlan, day: date) -> None:
    """The baseline is taken at the start; a target that was reached already is raised by a tenth."""
    for objective in plan.objectives.all():
        baseline = _figure(player, objective, day)
        if baseline is None:
            continue
        changes = {"baseline": baseline}
        is_higher = objective.direction == Direction.HIGHER
        if objective.target is None or (is_higher and objective.target <= baseline):
            raised = round(max(baseline * Decimal("1.1"), baseline + 1), 1)
            most = Decimal(MOST.get(objective.metric, raised))
            changes["target"] = min(raised, most) if baseline < most else raised
        actions.change_objective(
            objective=objective, changes=changes, by=player.csm, at=scene.at(day, 11)
        )


def objectives_are_measured(scene: Scene, since: date, end: date) -> None:
    """About every four weeks somebody writes down how far it is; some never do."""
    for player in scene.here(end):
        weeks = (end - player.fact.begin).days // 7
        if since.isocalendar().week == end.isocalendar().week:
            continue
        if (weeks + player.fact.number) % MEASURED_EVERY_WEEKS:
            continue
        under_way = {"plan__customer": player.customer, "plan__status": PlanStatus.ACTIVE}
        found = Objective.objects.filter(plan__starts_on__lt=end, dropped_on=None, **under_way)
        for place, objective in enumerate(found.order_by("id")):
            value = _figure(player, objective, end)
            if value is not None and (player.fact.number + place) % 6:
                actions.measure_objective(
                    objective=objective, value=value, measured_on=end, by=player.csm,
                    at=scene.at(end, 15),
                )  # fmt: skip


def _figure(player: Player, objective: Objective, day: date) -> Decimal | None:
    """What an objective comes to by the story; None for what the story does not tell."""
    level, mood = player.fact.engagement(day), player.fact.satisfaction(day)
    match objective.metric:
        case "feature_adoption":
            return Decimal(round(100 * (0.1 + 0.85 * level)))
        case "login_frequency":
            return round(Decimal(6 * level), 1)
        case "nps":
            return Decimal(round(200 * mood**0.5 - 100))
        case "health_score":
            score = CurrentHealth.objects.filter(customer=player.customer).values_list("score")
            return next((Decimal(one) for (one,) in score if one is not None), None)
        case _:
            return None


def sign(scene: Scene, player: Player, plan: SuccessPlan, day: date) -> None:
    """We sign when a plan starts. A customer that is with us signs within days; of every fifth
    the milestones move afterwards, and the plan is not any more what was signed."""
    told: dict[str, Any] = {"plan": plan, "by": player.csm}
    at = scene.at(day, 12)
    actions.sign_plan(
        side=Side.US, name=player.csm.name, role="CSM", signed_on=at.date(), at=at, **told
    )
    theirs = workday(day + timedelta(days=SIGNED_AFTER_DAYS))
    if player.fact.engagement(day) < 0.4 or theirs >= scene.now.date():
        return
    sponsor = player.fact.people[0]
    actions.sign_plan(
        side=Side.CUSTOMER, name=sponsor.name, role=sponsor.title, signed_on=theirs,
        at=scene.at(theirs, 14), **told,
    )  # fmt: skip
    moved = workday(day + timedelta(days=MOVED_AFTER_DAYS))
    if player.fact.number % 5 == 0 and moved < scene.now.date():
        step = plan.milestones.order_by("due_on")[1]
        later = workday(step.due_on + timedelta(days=7))
        actions.move_milestone(milestone=step, due_on=later, by=player.csm, at=scene.at(moved, 15))
        player.open_steps = list(plan.milestones.order_by("due_on"))
