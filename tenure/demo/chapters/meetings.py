"""Business reviews, and what happy customers do for us."""

from datetime import date, timedelta

from tenure.advocacy import actions as advocacy
from tenure.advocacy.models import AdvocacyStatus, AdvocacyType
from tenure.demo import cast
from tenure.demo.scene import Scene, workday
from tenure.programme.words import Tier
from tenure.reviews import actions as reviews
from tenure.reviews.models import ReviewType

WEEKS_BETWEEN_REVIEWS = {Tier.ENTERPRISE: 6, Tier.MID_MARKET: 13, Tier.SMALL_BUSINESS: 26}


def reviews_happen(scene: Scene, since: date, end: date) -> None:
    for player in scene.here(end):
        weeks = WEEKS_BETWEEN_REVIEWS.get(player.fact.tier)
        stretch = (end - player.fact.begin).days // 7
        is_due = weeks and (stretch + player.fact.number * 5) % weeks == 0
        if not is_due or (end - since).days < 5 or (end - player.fact.joined_on).days < 80:
            continue
        mood = player.fact.satisfaction(end)
        sponsor, champion = player.fact.people[:2]
        day = workday(since + timedelta(days=2))
        reviews.hold_review(
            customer=player.customer,
            review_type=ReviewType.MONTHLY if weeks == 6 else ReviewType.QUARTERLY,
            reviewed_at=scene.at(day, 14),
            attendees=[(sponsor.name, sponsor.title), (champion.name, champion.title)],
            facts={
                "agenda": ["Results since last time", "What is in the way", "Next steps"],
                "achievements": [f"{player.fact.objective}: on the way"] if mood > 0.6 else [],
                "challenges": [] if mood > 0.6 else [player.random.choice(cast.COMPLAINT[:3])],
                "next_steps": ["Train the new agents", "Look at routing together"],
                "overall_rating": min(5, max(1, round(1.5 + 3.6 * mood))),
                "follow_up_on": day + timedelta(days=14),
            },
            by=player.csm,
            at=scene.at(day, 16),
        )


def favours_are_done(scene: Scene, since: date, end: date) -> None:
    """Happy customers speak for us: a reference, a story, a seat on the board."""
    kinds = (AdvocacyType.REFERENCE_CALL, AdvocacyType.CASE_STUDY, AdvocacyType.TESTIMONIAL,
             AdvocacyType.WEBINAR, AdvocacyType.ADVISORY_BOARD, AdvocacyType.USER_GROUP)  # fmt: skip
    for player in scene.here(end):
        arc, number = player.fact.arc, player.fact.number
        if not arc.is_advocate or player.fact.engagement(end) < 0.8:
            continue
        for place, day in enumerate((260 + number % 90, 430 + number % 70, 520 + number % 20)):
            if player.reaches(day, since, end):
                kind = kinds[(number + place) % len(kinds)]
                status = (
                    AdvocacyStatus.COMPLETED,
                    AdvocacyStatus.COMPLETED,
                    AdvocacyStatus.IN_PROGRESS,
                )
                advocacy.record_activity(
                    customer=player.customer, activity_type=kind, status=status[place],
                    title=f"{kind.label} with {player.customer.name}", happens_on=end,
                    contact_person=player.fact.champion.name, by=player.csm, at=scene.at(end, 13),
                )  # fmt: skip
