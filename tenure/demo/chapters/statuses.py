"""How a customer's status changes: onboarding ends, trouble is named, a project is put on hold."""

from datetime import date

from tenure.customers import actions as customers
from tenure.customers.words import CustomerStatus
from tenure.demo.scene import Player, Scene


def statuses_change(scene: Scene, since: date, end: date) -> None:
    """Onboarding ends, trouble is named, a project is put on hold."""
    for player in scene.here(end):
        arc = player.fact.arc
        if player.reaches(arc.joins_day + 90 if arc.joins_day > 440 else None, since, end):
            _change(scene, player, CustomerStatus.ACTIVE, end)
        falls = {"slips": arc.champion_leaves_day, "drifts": 430, "cannot pay": arc.shrinks_day}
        if player.reaches(_plus(falls.get(arc.code), 24), since, end):
            _change(scene, player, CustomerStatus.AT_RISK, end)
        if player.reaches(_plus(arc.recovery_day, 90), since, end):
            _change(scene, player, CustomerStatus.ACTIVE, end)
        if player.reaches(arc.recovery_day, since, end):
            _change(scene, player, CustomerStatus.AT_RISK, end)
        if arc.is_paused and player.reaches(470, since, end):
            _change(scene, player, CustomerStatus.PAUSED, end)


def _plus(day: int | None, more: int) -> int | None:
    return None if day is None else day + more


def _change(scene: Scene, player: Player, status: CustomerStatus, day: date) -> None:
    player.customer.refresh_from_db()
    if player.customer.status != status:
        customers.change_customer(
            customer=player.customer,
            changes={"status": status},
            by=player.csm,
            at=scene.at(day, 15),
        )
