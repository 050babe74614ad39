"""What a customer's current health is while a score that somebody set holds, and after it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from tenure.customers.models import CurrentHealth
from tenure.health import rules, scorecards
from tenure.programme.words import ChurnRisk, HealthLevel, HealthTrend

# Those of whom a score holds or held. They are few, whoever is scored.
TOUCHED = """
select customer_id from health_override where ended_at is null
union
select customer_id from customers_currenthealth where override_until is not null
"""
# Each with that score and the newest one of its history.
AFFECTED = """
select h.customer_id, c.next_renewal_on, o.score, o.set_at, o.expires_at,
    newest.score, newest.level, newest.trend, newest.recorded_at
from customers_currenthealth h
join customers_customer c on c.id = h.customer_id
left join health_override o
    on o.customer_id = h.customer_id and o.ended_at is null and o.expires_at > %(at)s
left join lateral (
    select score, level, trend, recorded_at from health_healthscore
    where customer_id = h.customer_id order by recorded_at desc limit 1
) newest on true
where h.customer_id = any(%(ids)s)
order by h.customer_id for update of h
"""
EFFECTIVE = (
    "score", "computed_score", "override_until", "level", "trend", "churn_risk", "recorded_at",
)  # fmt: skip


@dataclass(frozen=True)
class Affected:
    """A customer, the score set by hand that holds, and the newest computed one; None for neither."""

    customer_id: UUID
    renews_on: date | None
    set_score: int | None
    set_at: datetime | None
    expires_at: datetime | None
    computed: int | None
    level: str | None
    trend: str | None
    computed_at: datetime | None

    def effective(self, day: date) -> CurrentHealth:
        """The current health: the score set by hand with its own level and risk, or the computed."""
        card = scorecards.in_force()
        score, level = self.computed, HealthLevel(self.level) if self.level else None
        if self.set_score is not None:
            score, level = self.set_score, rules.level_of(self.set_score, card)
        trend = HealthTrend(self.trend) if self.trend else HealthTrend.UNKNOWN
        days = (self.renews_on - day).days if self.renews_on else None
        return CurrentHealth(
            customer_id=self.customer_id,
            score=score,
            computed_score=self.computed if self.expires_at else None,
            override_until=self.expires_at,
            level=level,
            trend=trend,
            churn_risk=rules.churn_risk(level, trend, days, card) if level else ChurnRisk.LOW,
            recorded_at=self.computed_at or self.set_at,
        )


def apply(ids: Sequence[UUID], at: datetime) -> int:
    """After these customers were scored: where a score set by hand holds, it is the current one, and
    the computed one stands beside it; where it holds no more, the computed one is back.

    What was computed is read from the history, so that doing this twice changes nothing. Touches
    only customers of whom a score was set by hand; answers how many they are.
    """
    with connection.cursor() as cursor:
        cursor.execute(TOUCHED)
        touched = {customer_id for (customer_id,) in cursor.fetchall()} & set(ids)
        if not touched:
            return 0
        cursor.execute(AFFECTED, {"ids": list(touched), "at": at})
        found = [Affected(*row) for row in cursor.fetchall()]
    current = [row.effective(at.date()) for row in found]
    CurrentHealth.objects.bulk_update(current, EFFECTIVE, batch_size=1_000)
    return len(current)
