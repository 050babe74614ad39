"""What a round of scoring says of one customer: a row of history, and the current health."""

import numpy as np

from tenure.customers.models import CurrentHealth
from tenure.health import rules
from tenure.health.models import HealthScore
from tenure.health.queries import Earlier
from tenure.health.rounds import Round, nulls
from tenure.programme.words import ChurnRisk, HealthLevel, HealthTrend


def new_score(round_: Round, row: int, whole: int, before: Earlier) -> HealthScore:
    components = [
        None if np.isnan(value) else int(value)
        for value in rules.rounded(round_.scores.components[row])
    ]
    names = [f"{component.code}_score" for component in round_.card.component]
    return HealthScore(
        customer=round_.customers[row],
        recorded_at=round_.ats[row],
        score=whole,
        level=rules.level_of(whole, round_.card),
        trend=rules.trend_of(whole, before.score, round_.card),
        scorecard=round_.scorecard,
        tier=round_.tiers[row],
        measured=round_.readings(row),
        measure_scores=nulls(round_.scores.measures[row]),
        known_until=round_.days[row],
        recorded_by=round_.by,
        **dict(zip(names, components, strict=True)),
    )


def new_health(
    round_: Round, row: int, score: HealthScore, before: Earlier, words: str
) -> CurrentHealth:
    level, trend = HealthLevel(score.level), HealthTrend(score.trend)
    return CurrentHealth(
        customer=round_.customers[row],
        score=score.score,
        previous_score=before.score,
        level=level,
        trend=trend,
        churn_risk=_risk(round_, row, level, trend),
        recorded_at=score.recorded_at,
        known_until=score.known_until,
        month_delta=None if before.month_score is None else score.score - before.month_score,
        headline=words,
    )


def refreshed(
    round_: Round, row: int, known: CurrentHealth, before: Earlier, words: str
) -> CurrentHealth:
    """The same score, looked at anew: its history may have grown, the renewal may have moved."""
    if before.score is not None and before.month_score is not None:
        known.month_delta = before.score - before.month_score
    if known.level:
        known.churn_risk = _risk(round_, row, HealthLevel(known.level), HealthTrend(known.trend))
    known.headline = words
    return known


def _risk(round_: Round, row: int, level: HealthLevel, trend: HealthTrend) -> ChurnRisk:
    renewal = round_.customers[row].next_renewal_on
    days = (renewal - round_.ats[row].date()).days if renewal else None
    return rules.churn_risk(level, trend, days, round_.card)
