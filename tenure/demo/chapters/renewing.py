"""What CSMs expect of the renewals ahead, said week by week; some change their minds."""

from datetime import date, timedelta

from tenure.contracts.models import Contract
from tenure.demo.chapters.contacts import DETAILED_DAYS
from tenure.demo.scene import Player, Scene
from tenure.revenue import actions
from tenure.revenue.renewals import Renewal, renewals
from tenure.revenue.words import Call

AHEAD_DAYS = 100
SAID_FIRST, SAID_AGAIN = 75, 35
WHY = {
    Call.COMMIT: "The sponsor said so in the last review.",
    Call.BEST_CASE: "They want to see the figures of the next quarter first.",
    Call.AT_RISK: "The new head of sales looks at another product.",
    Call.WILL_LEAVE: "They have told us, kindly.",
}


def renewals_are_forecast(scene: Scene, since: date, end: date) -> None:
    if (scene.now.date() - end).days > DETAILED_DAYS:
        return
    players = {player.customer.id: player for player in scene.here(end)}
    at = scene.at(end, 16)
    for renewal in renewals(end, end + timedelta(days=AHEAD_DAYS), at):
        player = players.get(renewal.customer)
        if player and _is_said(player, renewal, since, end):
            _say(scene, player, renewal, end)


def _is_said(player: Player, renewal: Renewal, since: date, end: date) -> bool:
    """Two of three CSMs' customers, some weeks before the day, and once more when it comes near."""
    if player.fact.number % 3 == 2:
        return False
    left, before = (renewal.renews_on - end).days, (renewal.renews_on - since).days
    return (
        any(left <= day < before for day in (SAID_FIRST, SAID_AGAIN))
        and renewal.expected is not None
    )


def _say(scene: Scene, player: Player, renewal: Renewal, end: date) -> None:
    assert renewal.expected is not None
    call = renewal.expected.call
    share = {Call.COMMIT: 100, Call.BEST_CASE: 100, Call.AT_RISK: 70, Call.WILL_LEAVE: 0}[call]
    if call == Call.COMMIT and player.fact.number % 4 == 0:
        share = 110
    actions.forecast_renewal(
        contract=Contract.objects.select_related("customer").get(id=renewal.contract),
        renews_on=renewal.renews_on, call=call, amount=renewal.amount * share / 100, note=WHY[call],
        by=player.csm, at=scene.at(end, 16),
    )  # fmt: skip
