"""What tiers are promised beside what was done, gathered from all slices: of everybody, or of one."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.db.models import Min

from tenure.programme.in_force import programme
from tenure.reviews.models import BusinessReview
from tenure.tiering.clocks import Clock, read_clocks
from tenure.tiering.promises import Window, onboarding_lines, review_lines, touchpoint_lines
from tenure.tiering.queries.standings import (
    standings,
    touchpoints_known_since,
    touchpoints_since,
)
from tenure.tiering.queries.tickets import open_tickets, responses_are_told, tickets_since
from tenure.tiering.rules.kept import Line
from tenure.tiering.rules.months import plus_months

MONTHS = 6
"""Complete months that are looked back on, besides the one that runs."""


@dataclass(frozen=True)
class Kept:
    """What was promised since a day, line by line, the newest first among those of one promise."""

    since: date
    lines: list[Line]


def kept_since_months(at: datetime, customer: UUID | None = None) -> Kept:
    now, zone = programme(), programme().calendar.zone
    today = at.astimezone(zone).date()
    since = plus_months(today.replace(day=1), -MONTHS)
    tickets = tickets_since(datetime.combine(since, time(), zone), customer)
    clocks = read_clocks(tickets, now.tiers, now.calendar, at, told=responses_are_told())
    return Kept(since, [*(clock.line for clock in clocks), *_of_days(since, today, customer)])


def _of_days(since: date, today: date, customer: UUID | None) -> Iterator[Line]:
    """What is promised by the day: reviews, touchpoints, onboarding."""
    now = programme()
    zone = now.calendar.time_zone
    them = standings(since, today, customer)
    first_review = BusinessReview.objects.aggregate(at=Min("reviewed_at"))["at"]
    known = first_review.astimezone(now.calendar.zone).date() if first_review else None
    held = _reviews_since(since, customer)
    yield from review_lines(them, held, now.tiers, Window(since, today, known))
    touched = touchpoints_since(since, zone, customer)
    window = Window(since, today, touchpoints_known_since(zone))
    yield from touchpoint_lines(them, touched, now.tiers, window)
    yield from onboarding_lines(them, now.tiers, window)


def _reviews_since(since: date, customer: UUID | None) -> dict[UUID, list[tuple[str, date]]]:
    zone = programme().calendar.zone
    rows = BusinessReview.objects.filter(reviewed_at__gte=datetime.combine(since, time(), zone))
    if customer is not None:
        rows = rows.filter(customer_id=customer)
    found: dict[UUID, list[tuple[str, date]]] = defaultdict(list)
    for who, kind, at in rows.values_list("customer_id", "review_type", "reviewed_at"):
        found[who].append((kind, at.astimezone(zone).date()))
    return found


def going_clocks(at: datetime, customer: UUID | None = None) -> list[Clock]:
    """What customers wait for right now, the most pressing first."""
    now = programme()
    rows = open_tickets(at, customer)
    found = read_clocks(rows, now.tiers, now.calendar, at, told=responses_are_told())
    return sorted(
        (clock for clock in found if clock.is_going),
        key=lambda clock: (clock.due_at or at, clock.ticket.id),
    )
