"""What CSMs feel about their customers: mostly what the measures say, some hope, some know better."""

from datetime import date, timedelta

from tenure.demo.scene import Player, Scene, workday
from tenure.health import judging, overriding

WEEKS_BETWEEN_PULSES = 11
MOOD_OF = (0.2, 0.42, 0.62, 0.8)  # where each rating ends, from very worried to confident
WHY = {
    1: "Nobody calls back, and the champion's seat is empty.",
    2: "They ask about prices more often than about results.",
    3: "The numbers are fine, the mood is not; nobody says why.",
    4: "The sponsor brings new teams along to our talks.",
    5: "They told two others about us without being asked.",
}


def csms_say_how_they_feel(scene: Scene, since: date, end: date) -> None:
    for player in scene.here(end):
        week = (end - player.fact.begin).days // 7 + player.fact.number
        if (end - since).days < 5 or week % WEEKS_BETWEEN_PULSES:
            continue
        rating = felt(player, end)
        judging.give_pulse(
            customer=player.customer, rating=rating, reason=WHY[rating], by=player.csm,
            at=scene.at(workday(since + timedelta(days=1)), 15),
        )  # fmt: skip


def felt(player: Player, day: date) -> int:
    """A rating. Every fifth CSM hopes, and every seventh customer is judged too darkly."""
    mood = player.fact.satisfaction(day)
    rating = 1 + sum(mood > bound for bound in MOOD_OF)
    if player.fact.number % 5 == 0:
        rating += 2
    if player.fact.number % 7 == 0:
        rating -= 2
    return min(max(rating, 1), 5)


def somebody_knows_better(scene: Scene, since: date, end: date) -> None:
    """A few scores are set by hand near the end of the story, and still hold."""
    for player in scene.here(end):
        is_one = player.fact.number % 40 == 3
        if is_one and (scene.now.date() - end).days < 12 and player.once("set by hand"):
            at = scene.at(end, 11)
            overriding.set_override(
                customer=player.customer, score=72, expires_at=at + timedelta(days=45),
                reason="Their office moves, nobody works in the product until it is done.",
                by=player.csm, at=at,
            )  # fmt: skip
