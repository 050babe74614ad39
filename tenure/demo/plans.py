"""The plans of the demo: a plan each half year, recovery; and how they and onboardings get on."""

from datetime import date, timedelta

from tenure.demo.onboarding import begin_onboarding, end_onboarding, finish_tasks
from tenure.demo.scene import Player, Scene, workday
from tenure.plans import actions
from tenure.plans.actions import PlannedMilestone
from tenure.plans.models import MilestonePriority, PlanStatus, PlanType
from tenure.programme.words import Tier

HALF_YEAR = (
    (10, "Goals agreed with the sponsor"),
    (40, "Routing rules reviewed"),
    (75, "Second office live"),
    (110, "Conversion up by a tenth"),
    (150, "Results shown to the board"),
)
RECOVERY = (
    (2, "What went wrong is written down"),
    (7, "New champion found"),
    (21, "Agents trained again"),
    (45, "Use back above half"),
    (80, "Sponsor confirms the way ahead"),
)


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
        _start(scene, player, "Back on track", PlanType.RECOVERY, day, RECOVERY)
    elif age > 120 and fact.number % 4 != 3 and (day - fact.begin).days % 182 < 60:
        kind = PlanType.ANNUAL if fact.tier == Tier.ENTERPRISE else PlanType.QUARTERLY
        _start(scene, player, fact.objective, kind, day, HALF_YEAR)


def _start(
    scene: Scene,
    player: Player,
    title: str,
    kind: PlanType,
    start: date,
    steps: tuple[tuple[int, str], ...],
) -> None:
    milestones = [
        PlannedMilestone(
            title=text,
            due_on=workday(start + timedelta(days=days)),
            owner=player.csm.name if place % 2 == 0 else player.fact.champion.name,
            priority=MilestonePriority.HIGH if "live" in text.lower() else MilestonePriority.MEDIUM,
        )
        for place, (days, text) in enumerate(steps)
    ]
    player.plan = actions.start_plan(
        customer=player.customer, title=title, plan_type=kind, starts_on=start,
        ends_on=milestones[-1].due_on, milestones=milestones,
        business_objectives=[player.fact.objective], by=player.csm, at=scene.at(start),
    )  # fmt: skip
    player.open_steps = list(player.plan.milestones.order_by("due_on"))


def complete_due_milestones(scene: Scene, player: Player, since: date, end: date) -> None:
    """Milestones are completed near their day, later the less engaged a customer is."""
    if player.plan is None or player.paused_on:
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
        is_first = len(player.open_steps) == player.plan.milestones.count()
        is_stuck = level < 0.3 and player.fact.arc.code != "recovers"
        if day > end or (is_stuck and not is_first):
            break
        actions.complete_milestone(
            milestone=step, completed_on=day, by=player.csm, at=scene.at(max(day, since), 17)
        )
        finish_tasks(scene, player, step, max(day, since))
        player.open_steps.pop(0)
    if not player.open_steps:
        _end_plan(scene, player, end)


def _end_plan(scene: Scene, player: Player, end: date) -> None:
    if player.onboarding:
        end_onboarding(scene, player, end)
    elif player.plan:
        completed = {"status": PlanStatus.COMPLETED}
        actions.change_plan(
            plan=player.plan, changes=completed, by=player.csm, at=scene.at(end, 17)
        )
        player.plan = None
