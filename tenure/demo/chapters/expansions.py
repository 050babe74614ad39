"""How customers that do well buy more: found by the software, pursued, won, lost or dismissed."""

from datetime import date, timedelta
from typing import Any

from tenure.demo.chapters.contacts import DETAILED_DAYS
from tenure.demo.scene import Player, Scene
from tenure.expansion import actions
from tenure.expansion.finding import find_opportunities
from tenure.expansion.models import Opportunity
from tenure.expansion.words import Growth, OpportunityState
from tenure.foundation.audit.trail import Machine
from tenure.plans import actions as plans
from tenure.plans.models import Milestone

EVERY_DAYS = 14
DAYS_UNTIL_DECIDED = 45
WHY_LOST = "The budget of this year is spent; they want to talk again in spring."
WHY_NOT_NOW = "They move offices until January, and asked for quiet."
WHAT_WON = "Their own figures, shown to the sponsor."


def expansions_happen(scene: Scene, since: date, end: date) -> None:
    left = (scene.now.date() - end).days
    if left > DETAILED_DAYS:
        return
    players = {player.customer.id: player for player in scene.players}
    if left % EVERY_DAYS < (end - since).days:
        find_opportunities(by=Machine("Expansion"), at=scene.at(end, 6))
    there = Opportunity.objects.open().select_related("customer", "plan").order_by("id")
    for opportunity in there:
        player = players[opportunity.customer_id]
        if not player.has_left:
            _work_on(scene, player, opportunity, end)


def _work_on(scene: Scene, player: Player, opportunity: Opportunity, end: date) -> None:
    told: dict[str, Any] = {
        "opportunity": opportunity, "by": player.csm, "at": scene.at(end, 15),
    }  # fmt: skip
    age, number = (end - opportunity.found_on).days, player.fact.number
    if opportunity.state == OpportunityState.FOUND:
        if age >= 10 and number % 5 == 1:
            actions.dismiss_opportunity(note=WHY_NOT_NOW, **told)
        elif age >= 7 and number % 2 == 0:
            actions.pursue_opportunity(starts_on=end, **told)
        return
    assert opportunity.plan is not None
    _go_on(scene, player, opportunity, end)
    if (end - opportunity.plan.starts_on).days < DAYS_UNTIL_DECIDED:
        return
    if number % 4 == 0:
        _win(player, opportunity, end, told)
    elif number % 8 == 2:
        actions.lose_opportunity(note=WHY_LOST, **told)


def _win(player: Player, opportunity: Opportunity, end: date, told: dict[str, Any]) -> None:
    rises = opportunity.potential_tier != opportunity.current_tier
    fields = {
        "won_revenue": round(max(opportunity.estimated_revenue, 500), -2), "ended_on": end, "note": WHAT_WON,
        "tier": opportunity.potential_tier if rises else None,
    }  # fmt: skip
    actions.win_opportunity(growth=Growth.TIER if rises else Growth.SEATS, fields=fields, **told)
    player.customer.refresh_from_db()


def _go_on(scene: Scene, player: Player, opportunity: Opportunity, end: date) -> None:
    due = Milestone.objects.filter(
        plan=opportunity.plan, completed_on=None, due_on__lte=end - timedelta(days=2)
    )
    for step in due.exclude(code="decided").order_by("due_on"):
        plans.complete_milestone(
            milestone=step, completed_on=end, by=player.csm, at=scene.at(end, 15)
        )
