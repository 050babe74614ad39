"""What stands in the rows of a list: half a year of scores, and where the plan stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from tenure.customers.models import Customer

WEEKS = 26


@dataclass(frozen=True)
class NextStep:
    """Where a customer's plan stands: milestones done, and the next one."""

    done: int
    total: int
    title: str
    due_on: date | None

    def late_days(self, today: date) -> int:
        return max((today - self.due_on).days, 0) if self.due_on else 0


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
        found[customer.id][-1] = customer.current_health.measured_score
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
