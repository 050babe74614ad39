"""How CSMs keep up with what is planned: most is done near its day, some late, a little is missed."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from tenure.demo.chapters.contacts import DETAILED_DAYS
from tenure.demo.scene import Player, Scene, workday
from tenure.work import actions as work
from tenure.work.models import Task, Touchpoint
from tenure.work.words import Origin, TaskState, TouchpointState

# By how many days what is planned comes late; None is never.
LATE_TASKS = (0, 0, 0, 0, 0, 1, 1, 2, 4, 9, None)
LATE_TOUCHPOINTS = (0, 0, 0, 0, 0, 0, 1, 2, 3, None)
LATER_IN_TROUBLE, TROUBLE = 5, 0.35
DAYS_UNTIL_DROPPED = 40


def planned_work_is_done(scene: Scene, since: date, end: date) -> None:
    if (scene.now.date() - end).days > DETAILED_DAYS:
        return
    players = {player.customer.id: player for player in scene.here(end)}
    _do_tasks(scene, players, end)
    _keep_in_touch(scene, players, end)


def _do_tasks(scene: Scene, players: dict[UUID, Player], end: date) -> None:
    """Escalations and the assessments of cases are told elsewhere."""
    due = Task.objects.filter(state=TaskState.OPEN, due_on__lte=end, customer__in=players)
    due = due.exclude(origin_key__contains=":assessment:").exclude(origin=Origin.ESCALATION)
    done: dict[UUID, list[UUID]] = defaultdict(list)
    dropped: dict[UUID, list[UUID]] = defaultdict(list)
    for task in due.order_by("due_on", "id"):
        assert task.customer_id
        player = players[task.customer_id]
        day = _day_of(player, task.title, task.due_on, LATE_TASKS)
        if day and day <= end and not _waits(player, task):
            done[task.customer_id].append(task.id)
        elif (end - task.due_on).days > DAYS_UNTIL_DROPPED:
            dropped[task.customer_id].append(task.id)
    for customer_id, tasks in done.items():
        work.complete_tasks(tasks=tasks, by=players[customer_id].csm, at=scene.at(end, 15))
    for customer_id, tasks in dropped.items():
        work.cancel_tasks(
            tasks=tasks, note="Overtaken by what came later", by=players[customer_id].csm,
            at=scene.at(end, 15),
        )  # fmt: skip


def _keep_in_touch(scene: Scene, players: dict[UUID, Player], end: date) -> None:
    due = Touchpoint.objects.filter(
        state=TouchpointState.PLANNED, planned_on__lte=end, customer__in=players
    )
    for one in due.order_by("planned_on", "id"):
        assert one.planned_on
        player = players[one.customer_id]
        day = _day_of(player, one.subject, one.planned_on, LATE_TOUCHPOINTS)
        if day is None:
            work.end_touchpoint(
                touchpoint=one, was_missed=True, by=player.csm, at=scene.at(end, 18)
            )
        elif day <= end:
            work.hold_touchpoint(
                touchpoint=one, with_whom=[player.fact.contact_on(day).name], by=player.csm,
                happened_at=scene.at(day, 11), at=scene.at(end, 16),
            )  # fmt: skip


def _waits(player: Player, task: Task) -> bool:
    """Whether a milestone before the task’s own is still open."""
    return task.milestone_id in {step.id for step in player.open_steps[1:]}


def _day_of(
    player: Player, about: str, planned: date, lateness: Sequence[int | None]
) -> date | None:
    """When somebody gets to it: the same for the same story, and later where there is trouble."""
    luck = player.fact.number * 7 + planned.toordinal() * 3 + len(about) * 5
    days = lateness[luck % len(lateness)]
    if days is None:
        return None
    in_trouble = player.fact.engagement(planned) < TROUBLE
    return workday(planned + timedelta(days=days + (LATER_IN_TROUBLE if in_trouble else 0)))
