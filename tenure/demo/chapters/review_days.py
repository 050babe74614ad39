"""On which days reviews of the story take place, and which come to nothing. Plain Python."""

from datetime import date, timedelta

from tenure.demo.scene import Player, workday
from tenure.programme.in_force import tiers
from tenure.programme.words import Cadence
from tenure.reviews.models import ReviewType

LEAD_DAYS = {"WEEKLY": 3, "MONTHLY": 9, "QUARTERLY": 17, "ANNUAL": 24}
TROUBLE = 0.35
MISSED, CANCELLED, HELD = "missed", "cancelled", "held"
DAYS_UNTIL_FIRST = 20


def calendar(player: Player, today: date) -> list[tuple[date, ReviewType]]:
    """All reviews that a customer is promised in the story, and those that are scheduled at its end."""

    def found(player: Player) -> list[tuple[date, ReviewType]]:
        first = max(player.fact.begin, player.fact.joined_on + timedelta(days=DAYS_UNTIL_FIRST))
        ahead = today + timedelta(days=max(LEAD_DAYS.values()))
        days = (first + timedelta(days=n) for n in range(1, (ahead - first).days + 1))
        return [(day, kind) for day in days if (kind := kind_on(player, day))]

    return player.thought_out("reviews", found)


def kind_on(player: Player, day: date) -> ReviewType | None:
    """The review that this customer is promised on this very day, if any."""
    begins = player.fact.joined_on
    promised = {
        review.cadence
        for review in tiers().promise(player.fact.tier).reviews
        if review.first_days is None or day <= begins + timedelta(days=review.first_days)
    }
    if day == _day_of_month(player, day):
        if day.month % 3 == 2:  # the middle of a quarter
            if Cadence.ANNUAL in promised and day.month // 3 == player.fact.number % 4:
                return ReviewType.ANNUAL
            if Cadence.QUARTERLY in promised:
                return ReviewType.QUARTERLY
        return ReviewType.MONTHLY if Cadence.MONTHLY in promised else None
    monday = day - timedelta(days=day.weekday())
    is_met = any(
        _day_of_month(player, one) == one for one in (monday + timedelta(days=n) for n in range(7))
    )
    is_its_weekday = day.weekday() == player.fact.number % 5
    weekly = Cadence.WEEKLY in promised and is_its_weekday and not is_met
    return ReviewType.WEEKLY if weekly else None


def _day_of_month(player: Player, day: date) -> date:
    return workday(day.replace(day=6 + player.fact.number % 19))


def comes_to(player: Player, day: date) -> str:
    """Most are held; where there is trouble, fewer are."""
    luck = (player.fact.number * 7 + day.toordinal() * 3) % 23
    if luck in (0, 1) or (luck in (2, 3, 4) and player.fact.engagement(day) < TROUBLE):
        return MISSED
    return CANCELLED if luck in (7, 8) else HELD
