"""Questions behind the customer list: who is on a page, and what stands in each row."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from django.db import connection
from django.db.models import Count, F, OrderBy, Q, QuerySet, Sum
from django.db.models.functions import Lower

from tenure.customers.models import Customer
from tenure.customers.words import CustomerStatus
from tenure.people.models import Person
from tenure.portfolio.filters import ALL, CURRENT, NOBODY, UNSCORED, ListState, Sort
from tenure.programme.words import HealthLevel

ROWS_ON_A_PAGE = 50
WEEKS = 26
WORST_FIRST = (HealthLevel.POOR, HealthLevel.FAIR, HealthLevel.GOOD, HealthLevel.EXCELLENT)

ORDERS: dict[Sort, list[OrderBy | str]] = {
    Sort.HEALTH: [F("current_health__score").asc(), "current_health__customer_id"],
    Sort.CHANGE: [F("current_health__month_delta").asc(nulls_last=True), "id"],
    Sort.NAME: [Lower("name").asc(), "id"],
    Sort.VALUE: ["-annual_contract_value", "-id"],
    Sort.RENEWAL: [F("next_renewal_on").asc(), "id"],
    Sort.CONTACT: [F("last_contact_at").asc(), "id"],
}


@dataclass(frozen=True)
class Band:
    """A level of health in the customers that match: how many, and what they are worth a year."""

    level: HealthLevel | None
    count: int
    value: Decimal


@dataclass(frozen=True)
class NextStep:
    """Where a customer's plan stands: milestones done, and the next one."""

    done: int
    total: int
    title: str
    due_on: date | None

    def late_days(self, today: date) -> int:
        return max((today - self.due_on).days, 0) if self.due_on else 0


def matching(state: ListState, person: Person, today: date) -> QuerySet[Customer]:
    """The customers that the list's filters let through, levels of health left aside."""
    found = Customer.objects.visible_to(person).matching(state.q)
    if CURRENT in state.statuses:
        found = found.exclude(status=CustomerStatus.CHURNED)
    elif ALL not in state.statuses:
        found = found.filter(status__in=state.statuses)
    if state.tiers:
        found = found.filter(tier__in=state.tiers)
    if state.risks:
        found = found.filter(current_health__churn_risk__in=state.risks)
    if state.csm == NOBODY:
        found = found.filter(success_profile__csm=None)
    elif state.csm != ALL:
        found = found.filter(success_profile__csm_id=UUID(state.csm))
    if state.renewing:
        last = today + timedelta(days=state.renewing)
        found = found.filter(next_renewal_on__gte=today, next_renewal_on__lte=last)
    return found


def of_levels(found: QuerySet[Customer], levels: Sequence[str]) -> QuerySet[Customer]:
    if not levels:
        return found
    wanted = Q(current_health__level__in=[level for level in levels if level != UNSCORED])
    if UNSCORED in levels:
        wanted |= Q(current_health__level=None)
    return found.filter(wanted)


def page_of(found: QuerySet[Customer], state: ListState) -> list[Customer]:
    """One page of customers with their health, their CSM's name and nothing more."""
    first = (state.page - 1) * ROWS_ON_A_PAGE
    rows = found.select_related("current_health", "success_profile__csm")
    rows = rows.only(
        "name", "tier", "status", "annual_contract_value", "next_renewal_on", "last_contact_at",
        "current_health", "success_profile__csm__name", "success_profile__customer",
    )  # fmt: skip
    return list(rows.order_by(*ORDERS[state.sort])[first : first + ROWS_ON_A_PAGE])


def bands(found: QuerySet[Customer]) -> list[Band]:
    """How the customers spread over the levels, worst first, those without a score last."""
    counted = {
        row["current_health__level"]: row
        for row in found.order_by()
        .values("current_health__level")
        .annotate(count=Count("id"), value=Sum("annual_contract_value"))
    }
    return [
        Band(level, counted[level]["count"], counted[level]["value"])
        for level in (*WORST_FIRST, None)
        if level in counted
    ]


SPARKS = """
select a.customer_id, array_agg(s.score order by week.n desc)
from unnest(%(ids)s::uuid[], %(days)s::date[]) as a(customer_id, day)
cross join generate_series(0, %(weeks)s - 1) as week(n)
left join lateral (
    select score from health_healthscore
    where customer_id = a.customer_id and recorded_at < a.day - 7 * week.n + 1
    order by recorded_at desc limit 1
) s on true
group by a.customer_id
"""


def weekly_scores(customers: Sequence[Customer]) -> dict[UUID, list[int | None]]:
    """By customer the scores at the ends of the last 26 weeks, oldest first; None where unknown.

    Weeks are counted back from the day that the current score is about, which closes the row.
    """
    scored, days = [], []
    for customer in customers:
        current = customer.current_health
        if current.recorded_at:
            scored.append(customer)
            days.append(current.known_until or current.recorded_at.date())
    with connection.cursor() as cursor:
        cursor.execute(SPARKS, {"ids": [c.id for c in scored], "days": days, "weeks": WEEKS})
        found: dict[UUID, list[int | None]] = dict(cursor.fetchall())
    for customer in scored:
        found[customer.id][-1] = customer.current_health.score
    return found


STEPS = """
select a.customer_id, count(*) filter (where m.completed_on is not null), count(*),
    (array_agg(m.title order by m.due_on, m.id) filter (where m.completed_on is null))[1],
    min(m.due_on) filter (where m.completed_on is null)
from unnest(%(ids)s::uuid[]) as a(customer_id)
cross join lateral (
    select id from plans_successplan
    where customer_id = a.customer_id and status = 'ACTIVE'
    order by starts_on desc limit 1
) p
join plans_milestone m on m.plan_id = p.id and m.status <> 'CANCELLED'
group by a.customer_id
"""


def next_steps(customers: Sequence[Customer]) -> dict[UUID, NextStep]:
    """By customer where its newest active plan stands."""
    with connection.cursor() as cursor:
        cursor.execute(STEPS, {"ids": [customer.id for customer in customers]})
        return {
            customer_id: NextStep(done, total, title or "Plan complete", due_on)
            for customer_id, done, total, title, due_on in cursor.fetchall()
        }
