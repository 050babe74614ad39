"""Reviews of many customers, as they are promised, scheduled and held."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Min, Q

from tenure.customers.models import SuccessProfile
from tenure.portfolio.reviewing.due import Due, DueState, Meeting, dues
from tenure.portfolio.reviewing.periods import Period
from tenure.programme.calendar import Calendar
from tenure.programme.in_force import programme
from tenure.programme.words import Cadence, Tier
from tenure.programme.working import plus_working_days, working_day
from tenure.reviews.models import BusinessReview, PlannedReview
from tenure.tiering.queries.standings import standings
from tenure.tiering.rules.cadence import Span
from tenure.tiering.rules.kept import Standing
from tenure.tiering.rules.months import plus_months

LONGEST_CADENCE = timedelta(days=366)


@dataclass(frozen=True)
class CustomerDue:
    """A due review with whose it is, and the day that we would propose for it."""

    customer: UUID
    name: str
    tier: Tier
    csm: UUID | None
    due: Due
    proposed_on: date | None = None


def read_dues(period: Period, at: datetime, customer: UUID | None = None) -> list[CustomerDue]:
    """What is or was promised by a day of the period, of all customers or of one."""
    now = programme()
    today = at.astimezone(now.calendar.zone).date()
    since = period.first - LONGEST_CADENCE
    them = standings(period.first, today, customer)
    held, coming, known = _held(since, customer), _scheduled(customer), _known_since(today)
    csms = _csms(customer)
    found = []
    for one in them:
        span = Span(one.begins, max(one.since, since), _last_day(one), known, today)
        promised = now.tiers.promise(one.tier).reviews
        for due in dues(promised, held[one.id], coming[one.id], span):
            if period.first <= due.counts_on <= period.last:
                day = _proposed(due, held[one.id], today, now.calendar) if _is_open(due) else None
                found.append(CustomerDue(one.id, one.name, one.tier, csms.get(one.id), due, day))
    return found


def _is_open(due: Due) -> bool:
    return due.state == DueState.DUE


def _last_day(one: Standing) -> date:
    return one.left_on - timedelta(days=1) if one.left_on else date.max


def _proposed(due: Due, held: Sequence[Meeting], today: date, calendar: Calendar) -> date:
    """As long after the last one as its cadence is, within the stretch, with time to prepare it."""
    kind = programme().reviews.kind(due.cadence)
    earliest = plus_working_days(calendar, today, kind.prepared_days_before if kind else 1)
    before = [one.day for one in held if one.day < due.first]
    wanted = _after(max(before), due.cadence) if before else earliest
    day = working_day(calendar, min(max(wanted, earliest, due.first), due.last), back=True)
    return max(day, working_day(calendar, today))


def _after(day: date, cadence: Cadence) -> date:
    months = {Cadence.MONTHLY: 1, Cadence.QUARTERLY: 3, Cadence.ANNUAL: 12}.get(cadence)
    if months is None:
        return day + timedelta(days=7 if cadence == Cadence.WEEKLY else 1)
    return plus_months(day.replace(day=1), months) + timedelta(days=min(day.day, 28) - 1)


def _held(since: date, customer: UUID | None) -> dict[UUID, list[Meeting]]:
    rows = BusinessReview.objects.filter(_of(customer), reviewed_at__gte=_midnight(since))
    return _meetings(rows.values_list("customer_id", "id", "review_type", "reviewed_at"))


def _scheduled(customer: UUID | None) -> dict[UUID, list[Meeting]]:
    rows = PlannedReview.objects.ahead().filter(_of(customer))
    return _meetings(rows.values_list("customer_id", "id", "review_type", "scheduled_at"))


def _of(customer: UUID | None) -> Q:
    return Q(customer_id=customer) if customer else Q()


def _meetings(rows: Iterable[tuple[UUID, UUID, str, datetime]]) -> dict[UUID, list[Meeting]]:
    zone = programme().calendar.zone
    found: dict[UUID, list[Meeting]] = defaultdict(list)
    for who, which, kind, at in rows:
        found[who].append(Meeting(which, kind, at.astimezone(zone).date()))
    return found


def _known_since(today: date) -> date:
    """The day of the first review that anybody wrote down; today where nobody did."""
    first = BusinessReview.objects.aggregate(at=Min("reviewed_at"))["at"]
    return first.astimezone(programme().calendar.zone).date() if first else today


def _csms(customer: UUID | None) -> dict[UUID, UUID]:
    rows = SuccessProfile.objects.filter(_of(customer), csm__isnull=False)
    return dict(rows.values_list("customer_id", "csm_id"))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), programme().calendar.zone)
