"""Who goes: champions, and whole customers."""

from datetime import date, timedelta

from tenure.customers import actions as customers
from tenure.customers.models import Stakeholder
from tenure.customers.words import ChurnReason, StakeholderRole
from tenure.demo import cast
from tenure.demo.scene import Player, Scene
from tenure.work import actions as work
from tenure.work.models import Task
from tenure.work.words import TaskState


def people_leave(scene: Scene, since: date, end: date) -> None:
    """A champion goes, and the product loses its advocate inside."""
    for player in scene.here(end):
        if player.reaches(player.fact.arc.champion_leaves_day, since, end):
            champion = Stakeholder.objects.get(
                customer=player.customer, role=StakeholderRole.CHAMPION, left_on=None
            )
            customers.note_departure(
                stakeholder=champion,
                left_on=end - timedelta(days=3),
                by=player.csm,
                at=scene.at(end),
            )


def customers_leave(scene: Scene, since: date, end: date) -> None:
    for player in scene.here(end):
        arc = player.fact.arc
        if player.reaches(arc.leaves_day, since, end):
            customers.end_customer(
                customer=player.customer, churned_on=player.fact.day(arc.leaves_day or 0),
                reason=ChurnReason(arc.reason), feedback=player.random.choice(cast.COMPLAINT),
                by=player.csm, at=scene.at(end, 16),
            )  # fmt: skip
            player.has_left = True
            _drop_tasks(scene, player, end)


def _drop_tasks(scene: Scene, player: Player, end: date) -> None:
    left = Task.objects.filter(customer=player.customer, state=TaskState.OPEN)
    ids = list(left.values_list("id", flat=True))
    if ids:
        work.cancel_tasks(tasks=ids, note="They left", by=player.csm, at=scene.at(end, 17))
