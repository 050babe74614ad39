"""Business reviews: scheduled, held with what was agreed on, missed, cancelled."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from tenure.demo import cast
from tenure.demo.chapters.review_days import CANCELLED, HELD, LEAD_DAYS, MISSED, calendar, comes_to
from tenure.demo.scene import Player, Scene, hour_of, workday
from tenure.onboarding.values import record_value
from tenure.portfolio.reviewing.agenda import propose_agenda
from tenure.portfolio.reviewing.people import propose_attendees
from tenure.portfolio.reviewing.since import since_last
from tenure.reviews import actions as reviews
from tenure.reviews.lines import ActionItem
from tenure.reviews.models import PlannedReview, ReviewType

PLANNED_DAYS = 60
"""Reviews of the last weeks are told with all that they bring; of earlier ones only that they were."""
ITEMS = ("Send the list of unused seats", "Train the new agents", "Agree on the next goal")
DECISIONS = ("Go on with the plan as it is", "Look at routing together before the next review",
             "Bring the new office in first")  # fmt: skip
REASONS = {MISSED: "Nobody of theirs came", CANCELLED: "They are busy with their renewals"}


def reviews_happen(scene: Scene, since: date, end: date) -> None:
    recent = scene.now.date() - timedelta(days=PLANNED_DAYS)
    for player in scene.here(end):
        ahead = end + timedelta(days=max(LEAD_DAYS.values()))
        for day, kind in calendar(player, scene.now.date()):
            if not since < day <= ahead:
                continue
            if day >= recent and since < day - timedelta(days=LEAD_DAYS[kind]) <= end:
                _schedule(scene, player, kind, day, end)
            if day <= end:
                _settle(scene, player, kind, day)


def _schedule(scene: Scene, player: Player, kind: ReviewType, day: date, end: date) -> None:
    at = scene.at(min(end, day), 9)
    agenda = propose_agenda(since_last(player.customer, kind, at), kind)
    reviews.schedule_review(
        customer=player.customer, review_type=kind, scheduled_at=_hour(player, day),
        agenda=agenda, attendees=propose_attendees(player.customer, kind),
        facts={"organiser": player.csm, "minutes": 30 if kind == ReviewType.WEEKLY else 60,
               "place": "https://meet.leadpilot.example/" + player.fact.external_id.lower()},
        by=player.csm, at=at,
    )  # fmt: skip


def _settle(scene: Scene, player: Player, kind: ReviewType, day: date) -> None:
    outcome, at = comes_to(player, day), scene.at(day, 17)
    planned = PlannedReview.objects.ahead().filter(
        customer=player.customer, review_type=kind, scheduled_at=_hour(player, day)
    ).first()  # fmt: skip
    if _hour(player, day) > at or (planned and day > scene.now.date() - timedelta(days=2)):
        return  # ahead, or nobody has said yet what became of it
    facts = _facts(player, kind, day)
    if outcome == HELD and planned:
        reviews.hold_planned_review(
            planned=planned, reviewed_at=planned.scheduled_at,
            items=_items(player, kind, day), facts=facts, by=player.csm, at=at,
        )  # fmt: skip
        _value(scene, player, kind, day)
    elif outcome == HELD:
        sponsor, champion = player.fact.people[:2]
        met = [champion] if kind == ReviewType.WEEKLY else [sponsor, champion]
        reviews.hold_review(
            customer=player.customer, review_type=kind, reviewed_at=_hour(player, day),
            attendees=[(one.name, one.title) for one in met], facts=facts, by=player.csm, at=at,
        )  # fmt: skip
    elif planned and outcome == MISSED:
        reviews.miss_review(planned=planned, reason=REASONS[MISSED], by=player.csm, at=at)
    elif planned:
        reviews.cancel_review(planned=planned, reason=REASONS[CANCELLED], by=player.csm, at=at)


def _hour(player: Player, day: date) -> datetime:
    return hour_of(day, 8 + player.fact.number % 8)


def _facts(player: Player, kind: ReviewType, day: date) -> dict[str, Any]:
    mood, number = player.fact.satisfaction(day), player.fact.number
    told: dict[str, Any] = {"overall_rating": min(5, max(1, round(1.5 + 3.6 * mood)))}
    if kind == ReviewType.WEEKLY:
        return told
    return told | {
        "achievements": [f"{player.fact.objective}: on the way"] if mood > 0.6 else [],
        "challenges": [] if mood > 0.6 else [cast.COMPLAINT[number % 3]],
        "decisions": [DECISIONS[(number + day.month) % 3]],
        "next_steps": ["Look at routing together"],
        "customer_feedback": "" if mood > 0.6 else cast.COMPLAINT[number % 3],
        "follow_up_on": workday(day + timedelta(days=2)),
    }


def _items(player: Player, kind: ReviewType, day: date) -> list[ActionItem]:
    if kind == ReviewType.WEEKLY:
        return []
    due, number = workday(day + timedelta(days=12)), player.fact.number
    theirs = ActionItem("Name those who will be trained", player.fact.contact_on(day).name, due)
    return [ActionItem(ITEMS[number % 3], player.csm.name, due, player.csm.id), theirs]


def _value(scene: Scene, player: Player, kind: ReviewType, day: date) -> None:
    """What a quarter brought, where it brought something; the sponsor says so."""
    mood, sponsor = player.fact.satisfaction(day), player.fact.people[0]
    if kind in (ReviewType.WEEKLY, ReviewType.MONTHLY) or mood < 0.6:
        return
    _first_value(scene, player, day)
    # The first time somebody reckons what it brought since the contract began, then by the quarter.
    is_first = player.once("return reckoned")
    years = (day - player.fact.joined_on).days / 365 if is_first else 0.25
    much = Decimal(round(player.fact.annual_value * years * (1.2 + 3.6 * mood), -2))
    record_value(
        customer=player.customer, by=player.csm, at=scene.at(day, 18),
        fields={"what": "Policies sold from leads that were lost before", "kind": "REVENUE", "amount": much, "unit": "$",
                "achieved_on": day, "confirmed_by": sponsor.name, "confirmed_on": day},
    )  # fmt: skip


def _first_value(scene: Scene, player: Player, day: date) -> None:
    """Who came before the story has seen something for long: what a review adds is not the first of it."""
    if player.fact.arc.joins_day < 0 and player.once("value recorded"):
        achieved = player.fact.joined_on + timedelta(days=22 + player.fact.number % 20)
        fields = {"what": player.fact.objective, "achieved_on": achieved,
                  "confirmed_by": player.fact.champion.name}  # fmt: skip
        record_value(customer=player.customer, fields=fields, by=player.csm, at=scene.at(day, 18))
