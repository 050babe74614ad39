"""Writing a round of scores: history rows that are added, and the current health that follows."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

import numpy as np

from tenure.customers.models import CurrentHealth, Customer
from tenure.health import overriding, rules
from tenure.health.explanation import headlines
from tenure.health.models import HealthScore
from tenure.health.queries import Earlier, earlier_scores
from tenure.health.rounds import Round
from tenure.health.rows import new_health, new_score, refreshed

ROWS_AT_ONCE = 1_000
# What scoring writes of the current health; the rest are the database's copies.
OF_HEALTH = (
    "score", "previous_score", "level", "trend", "churn_risk", "recorded_at", "known_until",
    "month_delta", "headline",
)  # fmt: skip


@dataclass
class News:
    """What a round adds to the history, and what it makes of the current health."""

    scores: list[HealthScore] = field(default_factory=list)
    current: list[CurrentHealth] = field(default_factory=list)
    repeated: int = 0


def write_scores(round_: Round) -> tuple[int, int, int]:
    """Add the scores that say something new. Answers how many were written, how many repeat an
    earlier one, and of how many customers nothing is known."""
    news = _news(round_, _current_of(round_.customers))
    HealthScore.objects.bulk_create(news.scores, batch_size=ROWS_AT_ONCE)
    _store(news.current)
    overriding.apply([customer.id for customer in round_.customers], max(round_.ats))
    written = len(news.scores)
    return written, news.repeated, len(round_.customers) - written - news.repeated


def _news(round_: Round, current: dict[UUID, CurrentHealth]) -> News:
    ids = [customer.id for customer in round_.customers]
    earlier = earlier_scores(ids, round_.ats, round_.days)
    words = headlines(*round_.against_month(earlier))
    wholes = rules.rounded(round_.scores.overall)
    news = News()
    for row, customer in enumerate(round_.customers):
        if np.isnan(wholes[row]):
            continue
        before, known = earlier[row], current.get(customer.id)
        if _repeats(round_, row, before):
            news.repeated += 1
            if known and known.recorded_at == before.recorded_at:
                news.current.append(refreshed(round_, row, known, before, words[row]))
            continue
        score = new_score(round_, row, int(wholes[row]), before)
        news.scores.append(score)
        if known is None or known.recorded_at is None or known.recorded_at <= score.recorded_at:
            news.current.append(new_health(round_, row, score, before, words[row]))
    return news


def _repeats(round_: Round, row: int, before: Earlier) -> bool:
    """Whether a score of the same day was computed from the very same measures in the same way."""
    at = round_.ats[row]
    if before.recorded_at is None or before.recorded_at.date() != at.date():
        return False
    if before.recorded_at == at:
        return True
    same_way = (before.scorecard_id, before.tier) == (round_.scorecard.id, round_.tiers[row])
    return same_way and before.measured == round_.readings(row)


def _current_of(customers: Sequence[Customer]) -> dict[UUID, CurrentHealth]:
    """The current health by customer, locked in the one order that everybody locks in."""
    rows = CurrentHealth.objects.select_for_update()
    rows = rows.filter(customer__in=customers).order_by("customer_id")
    return {health.customer_id: health for health in rows}


def _store(current: Sequence[CurrentHealth]) -> None:
    CurrentHealth.objects.bulk_create(
        current,
        update_conflicts=True,
        unique_fields=["customer"],
        update_fields=OF_HEALTH,
        batch_size=ROWS_AT_ONCE,
    )
