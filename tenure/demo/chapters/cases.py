"""How customers at risk are looked after in the last months: most in time, one or two escalated."""

from datetime import date, timedelta

from tenure.customers.models import CurrentHealth
from tenure.demo.chapters.contacts import DETAILED_DAYS
from tenure.demo.objectives import objectives_begin
from tenure.demo.scene import Player, Scene
from tenure.foundation.audit.trail import Machine
from tenure.plans import actions as plans
from tenure.recovery import actions as recovery
from tenure.recovery.models import Case
from tenure.recovery.noticing import open_for_alerts
from tenure.recovery.words import CaseState

CAUSES = (
    "The champion left, and nobody took over.",
    "Agents were moved to another team and have not been trained.",
    "Leads arrive late since the change of their phone system.",
    "The new head of sales prefers the tool that he knows.",
)
DAYS_UNTIL_ESCALATION = 28


def cases_are_worked_on(scene: Scene, since: date, end: date) -> None:
    left = (scene.now.date() - end).days
    if left > DETAILED_DAYS:
        return
    players = {player.customer.id: player for player in scene.players}
    scores = dict(CurrentHealth.objects.values_list("customer_id", "score"))
    for case in Case.objects.filter(state=CaseState.OPEN).select_related("customer", "plan"):
        _work_on(scene, players[case.customer_id], case, scores[case.customer_id], end)
        _go_on(scene, players[case.customer_id], case, end)
    if left > 1:  # the newest are left to whoever looks at the demo
        open_for_alerts(by=Machine("Recovery"), at=scene.at(since + timedelta(days=1), 6))


def _work_on(scene: Scene, player: Player, case: Case, score: int | None, end: date) -> None:
    at = scene.at(end, 13)
    if player.has_left:
        recovery.end_case(case=case, state=CaseState.LOST, learnt="We called too late.",
                          by=player.csm, at=at)  # fmt: skip
    elif score is not None and score >= 62:
        recovery.end_case(case=case, state=CaseState.RECOVERED, by=player.csm, at=at,
                          learnt="Two calls with the sponsor were worth more than ten e-mails.")  # fmt: skip
    elif case.assessed_at is None and player.fact.number % 4:
        sponsor, champion = player.fact.people[:2]
        cause = CAUSES[player.fact.number % len(CAUSES)]
        fields = {"cause": cause, "concerned": f"{sponsor.name}, {champion.name}",
                  "takes": "Training for the new agents, a talk with the sponsor."}  # fmt: skip
        recovery.assess_case(case=case, fields=fields, by=player.csm, at=at)
    elif case.assessed_at and case.plan_id is None:
        plan = recovery.start_recovery_plan(case=case, by=player.csm, at=at).plan
        assert plan is not None
        objectives_begin(scene, player, plan, end)
    elif case.level < 3 and at > case.level_due_at + timedelta(days=DAYS_UNTIL_ESCALATION):
        reason = "The plan is not moving, and the renewal is near."
        recovery.escalate_case(case=case, reason=reason, by=player.csm, at=at)


def _go_on(scene: Scene, player: Player, case: Case, end: date) -> None:
    """The recovery plan's milestones are completed some days after theirs; of every fourth nothing is."""
    if case.plan is None or player.has_left or player.fact.number % 4 == 1:
        return
    due = case.plan.milestones.filter(completed_on=None, due_on__lte=end - timedelta(days=3))
    for step in due.order_by("due_on"):
        plans.complete_milestone(
            milestone=step, completed_on=end, by=player.csm, at=scene.at(end, 14)
        )
