"""What customers ask the product for: written down by their CSM, answered within days, decided once for all."""

from datetime import date, timedelta
from random import Random
from typing import Any

from tenure.customers.models import Stakeholder
from tenure.demo.scene import Player, Scene, workday
from tenure.demo.wishes import WISHES, Wish
from tenure.programme.words import Tier
from tenure.requests import actions
from tenure.requests.models import Request
from tenure.requests.words import RequestState
from tenure.usage.models import Feature

DAYS_BETWEEN = {Tier.ENTERPRISE: 70, Tier.MID_MARKET: 140, Tier.SMALL_BUSINESS: 260}
LAST_DAY = 548
# After how many days an answer comes; None is never, as long as nothing is decided.
ANSWERED_AFTER = (1, 1, 2, 2, 3, 4, 5, 6, 8, 11, 19, None)
DECLINED_AFTER = 16
HEARD = (
    "Thank you, it is with the product team. You will hear from me when it is decided.",
    "We hear this from others too. I asked for two of your examples, they helped.",
    "",
)
PLANNED = "The product team has planned it. I will tell you as soon as you can try it."
THERE = "It is in the product since this week. Shall we look at it together?"
WISH_BY_TITLE = {wish.title: wish for wish in WISHES}


def wishes_of(player: Player) -> list[tuple[int, Wish]]:
    """On which days of the story a customer asks for what, each thing once and not once it is there."""
    between = DAYS_BETWEEN.get(player.fact.tier)
    if between is None:
        return []
    luck = Random(player.fact.number + 31)
    wanted = luck.sample(WISHES, len(WISHES))
    day, found = luck.randint(5, between), []
    while day < LAST_DAY and wanted:
        wish = next((one for one in wanted if not one.there_on or one.there_on > day + 20), None)
        if wish is None:
            break
        wanted.remove(wish)
        found.append((day, wish))
        day += round(between * luck.uniform(0.5, 1.5))
    return found


def customers_ask(scene: Scene, since: date, end: date) -> None:
    for player in scene.here(end):
        for number, wish in player.thought_out("wishes", wishes_of):
            if player.reaches(number, since, end):
                _ask(scene, player, wish, workday(player.fact.day(number)))
    players = {player.customer.id: player for player in scene.here(end)}
    for request in Request.objects.open().select_related("customer").order_by("created_at", "id"):
        if request.customer_id in players:
            _answer(scene, players[request.customer_id], request, end)


def _ask(scene: Scene, player: Player, wish: Wish, day: date) -> None:
    at = scene.at(day, 11, player.fact.number % 60)
    who = player.fact.contact_on(day).name
    there = Stakeholder.objects.filter(customer=player.customer, left_on=None, name=who)
    fields = {
        "title": wish.title, "theme": wish.theme, "details": wish.details, "stakeholder": there.first(),
        "feature": Feature.objects.filter(name=wish.feature).first() if wish.feature else None,
        "asked_on": at.date(),
    }  # fmt: skip
    actions.record_request(customer=player.customer, fields=fields, by=player.csm, at=at)


def _answer(scene: Scene, player: Player, request: Request, end: date) -> None:
    """The next step, if its day has come."""
    wish, asked = WISH_BY_TITLE[request.title], request.asked_on
    luck = player.fact.number * 5 + len(wish.title) * 3

    def told(day: date | None, words: str) -> dict[str, Any] | None:
        if day is None or day > end:
            return None
        at = scene.at(workday(max(day, asked)), 16, player.fact.number % 60)
        return {"request": request, "answer": words, "by": player.csm, "at": at}

    there = player.fact.day(wish.there_on) if wish.there_on else None
    planned = player.fact.day(wish.planned_on) if wish.planned_on else None
    if known := told(there, THERE):
        actions.deliver_request(**known)
    elif wish.no and (known := told(asked + timedelta(days=DECLINED_AFTER), wish.no)):
        actions.decline_request(**known)
    elif request.state != RequestState.PLANNED and (known := told(planned, PLANNED)):
        actions.plan_request(**known)
    elif request.state == RequestState.ASKED:
        days = ANSWERED_AFTER[luck % len(ANSWERED_AFTER)]
        heard = None if days is None else asked + timedelta(days=days)
        if known := told(heard, HEARD[luck % len(HEARD)]):
            actions.acknowledge_request(**known)
