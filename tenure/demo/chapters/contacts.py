"""How we stay in touch, and what everybody has to do. Only the last months are told in detail."""

from datetime import date, timedelta

from tenure.customers import actions as customers
from tenure.demo.scene import Player, Scene, workday
from tenure.programme.words import Tier, TouchpointKind, Urgency
from tenure.work import actions as work

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
    ("Send the adoption figures", Urgency.MEDIUM, 3),
    ("Ask the champion who else should be trained", Urgency.MEDIUM, 5),
    ("Clear up the open invoice", Urgency.HIGH, 2),
    ("Prepare the next business review", Urgency.MEDIUM, 12),
    ("Find out who decides about the renewal", Urgency.HIGH, 7),
)
DAYS_WITH_TASKS = 45


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
        fields = {"kind": kind, "subject": subject, "with_whom": [player.fact.contact_on(day).name],
                  "happened_at": scene.at(day, 9 + weekday)}  # fmt: skip
        work.log_touchpoint(
            customer=player.customer, fields=fields, by=player.csm, at=scene.at(day, 18)
        )


def tasks_are_given(scene: Scene, since: date, end: date) -> None:
    """In the last weeks: something to do for some customers, and the next call."""
    left = (scene.now.date() - end).days
    if left > DAYS_WITH_TASKS:
        return
    for player in scene.here(end):
        number = player.fact.number
        if player.fact.tier == Tier.TRIAL or number % 3 == 2 or (number + end.toordinal()) % 11:
            continue
        title, priority, days = TASKS[(number + end.day) % len(TASKS)]
        fields = {"title": title, "due_on": workday(end + timedelta(days=days)), "owner": player.csm,
                  "priority": priority}  # fmt: skip
        work.add_task(customer=player.customer, fields=fields, by=player.csm, at=scene.at(end, 9))
        if number % 3 == 0:
            call = {"kind": TouchpointKind.CALL, "subject": "How the week went",
                    "planned_on": workday(end + timedelta(days=8)),
                    "with_whom": [player.fact.contact_on(end).name]}  # fmt: skip
            work.plan_touchpoint(
                customer=player.customer, fields=call, by=player.csm, at=scene.at(end, 9)
            )
