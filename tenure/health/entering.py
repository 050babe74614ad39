"""Scores that somebody enters, or another system computes: kept as history like those of ours."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tenure.alerts.opening import open_alerts
from tenure.customers.models import CurrentHealth, Customer
from tenure.foundation.audit.trail import Author, deed, tell
from tenure.foundation.checking import save
from tenure.health import overriding, rules, scorecards
from tenure.health.models import HealthScore
from tenure.health.scorecards import in_force
from tenure.programme.words import HealthLevel, HealthTrend

SHARES = {  # of a score that is made of four components
    "engagement_score": 30,
    "success_score": 30,
    "satisfaction_score": 20,
    "financial_score": 20,
}


def total_of(components: Mapping[str, int]) -> int:
    """The weighted sum in whole points; a half goes up."""
    return (sum(SHARES[name] * components[name] for name in SHARES) + 50) // 100


def score_before(customer: Customer, at: datetime | None = None) -> int | None:
    """The newest score of a customer, or the newest before an instant."""
    scores = HealthScore.objects.filter(customer=customer)
    if at is not None:
        scores = scores.filter(recorded_at__lt=at)
    return scores.order_by("-recorded_at").values_list("score", flat=True).first()


def judged(score: int, before: int | None) -> tuple[HealthLevel, HealthTrend]:
    card = in_force()
    return rules.level_of(score, card), rules.trend_of(score, before, card)


@deed("health.recorded", "recorded a health score of {score} for {subject}")
def record_score(
    *, customer: Customer, fields: Mapping[str, Any], by: Author, at: datetime
) -> HealthScore:
    """Add a score to the history. The newest one is the customer's current health from now on."""
    current = CurrentHealth.objects.select_for_update(no_key=True).get(customer=customer)
    told: dict[str, Any] = {"recorded_at": at, "recorded_by": str(by)} | dict(fields)
    before = score_before(customer, told["recorded_at"])
    level, trend = judged(told["score"], before)
    score = HealthScore(customer=customer, **({"level": level, "trend": trend} | told))
    save(score)
    if current.recorded_at is None or current.recorded_at <= score.recorded_at:
        _make_current(current, score, before, at)
        overriding.apply([customer.id], at)
        open_alerts([customer.id], at, scorecards.in_force())
    tell(customer_id=customer.id, subject=customer.name, score=score.score)
    return score


def _make_current(
    current: CurrentHealth, score: HealthScore, before: int | None, at: datetime
) -> None:
    renewal = current.customer.next_renewal_on
    days = (renewal - at.date()).days if renewal else None
    level, trend = HealthLevel(score.level), HealthTrend(score.trend)
    current.score, current.previous_score = score.score, before
    current.level, current.trend = level, trend
    current.churn_risk = rules.churn_risk(level, trend, days, in_force())
    current.recorded_at, current.known_until = score.recorded_at, score.recorded_at.date()
    current.month_delta, current.headline = None, "Entered by hand"
    current.save(
        update_fields=["score", "previous_score", "level", "trend", "churn_risk", "recorded_at",
                       "known_until", "month_delta", "headline"]
    )  # fmt: skip
