"""What happens in a stretch of time, chapter by chapter. To add one: a function, a line in CHAPTERS."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from tenure.advocacy import actions as advocacy
from tenure.advocacy.models import AdvocacyStatus, AdvocacyType
from tenure.customers import actions as customers
from tenure.customers.models import Stakeholder
from tenure.customers.words import ChurnReason, CustomerStatus, OnboardingStatus, StakeholderRole
from tenure.demo import cast
from tenure.demo.plans import complete_due_milestones, start_due_plan
from tenure.demo.scene import Player, Scene, hour_of, workday
from tenure.programme.words import Tier
from tenure.reviews import actions as reviews
from tenure.reviews.models import ReviewType

type Chapter = Callable[[Scene, date, date], None]

WEEKS_BETWEEN_REVIEWS = {Tier.ENTERPRISE: 6, Tier.MID_MARKET: 13, Tier.SMALL_BUSINESS: 26}
WEEKS_BETWEEN_TALKS = {Tier.ENTERPRISE: 1, Tier.MID_MARKET: 3, Tier.SMALL_BUSINESS: 6}


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
                at=hour_of(end),
            )


def customers_leave(scene: Scene, since: date, end: date) -> None:
    for player in scene.here(end):
        arc = player.fact.arc
        if player.reaches(arc.leaves_day, since, end):
            customers.end_customer(
                customer=player.customer, churned_on=player.fact.day(arc.leaves_day or 0),
                reason=ChurnReason(arc.reason), feedback=player.random.choice(cast.COMPLAINT),
                by=player.csm, at=hour_of(end, 16),
            )  # fmt: skip
            player.has_left = True


def statuses_change(scene: Scene, since: date, end: date) -> None:
    """Onboarding ends, trouble is named, a project is put on hold."""
    for player in scene.here(end):
        arc = player.fact.arc
        if player.reaches(arc.joins_day + 90 if arc.joins_day > 440 else None, since, end):
            _change(player, CustomerStatus.ACTIVE, end)
        falls = {"slips": arc.champion_leaves_day, "drifts": 430, "cannot pay": arc.shrinks_day}
        if player.reaches(_plus(falls.get(arc.code), 24), since, end):
            _change(player, CustomerStatus.AT_RISK, end)
        if player.reaches(_plus(arc.recovery_day, 90), since, end):
            _change(player, CustomerStatus.ACTIVE, end)
        if player.reaches(arc.recovery_day, since, end):
            _change(player, CustomerStatus.AT_RISK, end)
        if arc.is_paused and player.reaches(470, since, end):
            _change(player, CustomerStatus.PAUSED, end)


def _plus(day: int | None, more: int) -> int | None:
    return None if day is None else day + more


def _change(player: Player, status: CustomerStatus, day: date) -> None:
    player.customer.refresh_from_db()
    if player.customer.status != status:
        customers.change_customer(
            customer=player.customer, changes={"status": status}, by=player.csm, at=hour_of(day, 15)
        )


def plans_move(scene: Scene, since: date, end: date) -> None:
    for player in scene.here(end):
        start_due_plan(player, end)
        complete_due_milestones(player, since, end)


def profiles_grow(scene: Scene, since: date, end: date) -> None:
    """Every five weeks somebody brings the success profile up to date."""
    for player in scene.here(end):
        weeks = (end - player.fact.begin).days // 7
        if since.isocalendar().week == end.isocalendar().week or (weeks + player.fact.number) % 5:
            continue
        level, mood = player.fact.engagement(end), player.fact.satisfaction(end)
        current = {
            name: round(goal * (0.2 + 0.88 * level) * player.random.uniform(0.93, 1.05))
            for name, goal in cast.KPIS
        }
        changes: dict[str, object] = {
            "target_metrics": dict(cast.KPIS),
            "current_metrics": current,
            "adoption_percent": Decimal(min(100, round(100 * (0.1 + 0.88 * level)))),
            "users_trained": round(player.fact.seats * min(1.0, 0.35 + 0.65 * level)),
        }
        if player.fact.tier != Tier.TRIAL:
            changes["renewal_intent_percent"] = round(100 * min(1.0, max(0.0, 1.2 * mood - 0.15)))
        if player.once("first value") and (end - player.fact.joined_on).days > 21:
            days = {Tier.ENTERPRISE: 40, Tier.MID_MARKET: 28}.get(player.fact.tier, 18)
            changes["time_to_value_days"] = round(days * (1.7 - level))
        customers.change_profile(
            customer=player.customer, changes=changes, by=player.csm, at=hour_of(end, 11)
        )


def people_talk(scene: Scene, since: date, end: date) -> None:
    for player in scene.here(end):
        weeks = WEEKS_BETWEEN_TALKS.get(player.fact.tier)
        if weeks and ((end - player.fact.begin).days // 7 + player.fact.number) % weeks == 0:
            minute = player.random.randint(0, 59)
            customers.note_contact(
                customer=player.customer, by=player.csm, at=hour_of(workday(since), 9, minute)
            )


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
            reviewed_at=hour_of(day, 14),
            attendees=[(sponsor.name, sponsor.title), (champion.name, champion.title)],
            agenda=["Results since last time", "What is in the way", "Next steps"],
            achievements=[f"{player.fact.objective}: on the way"] if mood > 0.6 else [],
            challenges=[] if mood > 0.6 else [player.random.choice(cast.COMPLAINT[:3])],
            next_steps=["Train the new agents", "Look at routing together"],
            overall_rating=min(5, max(1, round(1.5 + 3.6 * mood))),
            follow_up_on=day + timedelta(days=14),
            by=player.csm,
            at=hour_of(day, 16),
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
                    contact_person=player.fact.champion.name, by=player.csm, at=hour_of(end, 13),
                )  # fmt: skip


def onboarding_is_noted(scene: Scene, since: date, end: date) -> None:
    """The success profile says where onboarding stands."""
    for player in scene.here(end):
        age = (end - player.fact.joined_on).days
        if player.fact.arc.joins_day < 0 or player.fact.tier == Tier.TRIAL:
            continue
        changes: dict[str, object] = {}
        if player.once("onboarding begins"):
            changes = {
                "onboarding_status": OnboardingStatus.IN_PROGRESS,
                "onboarding_starts_on": player.fact.joined_on,
            }
        elif age > 92 and player.once("onboarding ends"):
            changes = {
                "onboarding_status": OnboardingStatus.COMPLETED,
                "onboarding_ends_on": player.fact.joined_on + timedelta(days=91),
                "training_completed": True,
            }
        if changes:
            customers.change_profile(
                customer=player.customer, changes=changes, by=player.csm, at=hour_of(end, 12)
            )


CHAPTERS: tuple[Chapter, ...] = (
    people_leave,
    plans_move,
    onboarding_is_noted,
    profiles_grow,
    people_talk,
    reviews_happen,
    favours_are_done,
    statuses_change,
    customers_leave,
)
