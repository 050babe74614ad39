"""How we stay in touch, and what everybody has to do. Only the last months are told in detail."""

from datetime import date, timedelta

from tenure.customers import actions as customers
from tenure.demo.scene import Player, Scene, workday
from tenure.programme.words import Tier, TouchpointKind, Urgency
from tenure.work import actions as work
from tenure.work.actions import PlannedTouchpoint

DETAILED_DAYS = 100
WEEKS_BETWEEN_TALKS = {Tier.ENTERPRISE: 1, Tier.MID_MARKET: 3, Tier.SMALL_BUSINESS: 6}
# Days of the week on which a CSM of the tier is in touch, when all goes well.
WEEKDAYS = {Tier.ENTERPRISE: (1, 3), Tier.MID_MARKET: (2,), Tier.SMALL_BUSINESS: (4,)}
TALKS = (
    (TouchpointKind.CALL, "How the week went"),
    (TouchpointKind.MAIL, "Figures of the month"),
    (TouchpointKind.MEETING, "Status of the plan"),
    (TouchpointKind.CALL, "Questions from the agents"),
    (TouchpointKind.MAIL, "What is new in the product"),
)
TASKS = (
    ("Send the adoption figures", Urgency.MEDIUM),
    ("Ask the champion who else should be trained", Urgency.MEDIUM),
    ("Clear up the open invoice", Urgency.HIGH),
    ("Prepare the next business review", Urgency.MEDIUM),
)


def people_talk(scene: Scene, since: date, end: date) -> None:
    for player in scene.here(end):
        if (scene.now.date() - end).days > DETAILED_DAYS:
            _note_contact(scene, player, since, end)
        else:
            _talk(scene, player, since, end)


def _note_contact(scene: Scene, player: Player, since: date, end: date) -> None:
    weeks = WEEKS_BETWEEN_TALKS.get(player.fact.tier)
    if weeks and ((end - player.fact.begin).days // 7 + player.fact.number) % weeks == 0:
        minute = player.random.randint(0, 59)
        customers.note_contact(
            customer=player.customer, by=player.csm, at=scene.at(workday(since), 9, minute)
        )


def _talk(scene: Scene, player: Player, since: date, end: date) -> None:
    """Customers in trouble hear less of us than they were promised, as it goes."""
    week = (end - player.fact.begin).days // 7
    for weekday in WEEKDAYS.get(player.fact.tier, ()):
        day = since + timedelta(days=1 + (weekday - since.weekday() - 1) % 7)
        is_off = player.fact.tier == Tier.SMALL_BUSINESS and (week + player.fact.number) % 2
        is_missed = player.random.random() > 0.45 + player.fact.engagement(end)
        if day > end or is_off or is_missed:
            continue
        kind, subject = TALKS[(week + weekday + player.fact.number) % len(TALKS)]
        fields = {"kind": kind, "subject": subject, "with_whom": [player.fact.champion.name],
                  "happened_at": scene.at(day, 9 + weekday)}  # fmt: skip
        work.log_touchpoint(
            customer=player.customer, fields=fields, by=player.csm, at=scene.at(day, 18)
        )


def tasks_are_done(scene: Scene, since: date, end: date) -> None:
    """In the last weeks: something to do for some customers, of which most is done in time; and a
    touchpoint ahead."""
    left = (scene.now.date() - end).days
    if left > 35:
        return
    for player in scene.here(end):
        if player.fact.tier == Tier.TRIAL or player.fact.number % 3:
            continue
        title, priority = TASKS[(player.fact.number + end.day) % len(TASKS)]
        if not player.once(title):
            continue
        task = work.add_task(
            customer=player.customer, by=player.csm, at=scene.at(end, 9),
            fields={"title": title, "due_on": workday(end + timedelta(days=6)), "owner": player.csm,
                    "priority": priority},
        )  # fmt: skip
        if left > 7 and player.fact.engagement(end) > 0.5:
            work.complete_tasks(tasks=[task.id], by=player.csm, at=scene.at(end, 15))
        one = PlannedTouchpoint(key="", kind=TouchpointKind.CALL, subject="How the week went",
                                on=workday(end + timedelta(days=9)), owner=player.csm)  # fmt: skip
        if left <= 7:
            work.plan_touchpoints(
                customer=player.customer, touchpoints=[one], by=player.csm, at=scene.at(end, 9)
            )
