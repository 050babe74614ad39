"""Writing a round of scores: history rows that are added, and the current health that follows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np

from tenure.customers.models import CurrentHealth, Customer
from tenure.health import rules
from tenure.health.explanation import Scored, headlines
from tenure.health.models import HealthScore, Scorecard
from tenure.health.queries import Earlier, as_numbers, earlier_scores
from tenure.health.rules import Numbers, Scores
from tenure.programme import scorecard as cards
from tenure.programme.words import HealthLevel, Tier


@dataclass(frozen=True)
class Round:
    """Some customers, what was measured of them, and what the scorecard made of it."""

    customers: Sequence[Customer]
    ats: Sequence[datetime]
    days: Sequence[date]
    tiers: Sequence[Tier]
    card: cards.Scorecard
    scorecard: Scorecard
    measured: Numbers
    scores: Scores
    by: str


def write_scores(round_: Round) -> tuple[int, int, int]:
    """Add the scores that say something new. Answers how many were written, how many repeat an
    earlier one, and of how many customers nothing is known."""
    ids = [customer.id for customer in round_.customers]
    current = {
        health.customer_id: health
        for health in CurrentHealth.objects.select_for_update()
        .filter(customer_id__in=ids)
        .order_by("customer_id")
    }
    earlier = earlier_scores(ids, round_.ats, round_.days)
    words = headlines(*_against_month(round_, earlier))
    wholes = rules.rounded(round_.scores.overall)
    written: list[HealthScore] = []
    newest: list[CurrentHealth] = []
    unchanged = 0
    for row, customer in enumerate(round_.customers):
        if np.isnan(wholes[row]):
            continue
        before, known = earlier[row], current.get(customer.id)
        if _repeats(round_, row, before):
            unchanged += 1
            if known and known.recorded_at == before.recorded_at:
                newest.append(_reworded(known, before, words[row]))
            continue
        score = _score(round_, row, int(wholes[row]), before)
        written.append(score)
        if known is None or known.recorded_at is None or known.recorded_at <= score.recorded_at:
            newest.append(_current(round_, score, customer, before, words[row]))
    HealthScore.objects.bulk_create(written, batch_size=1000)
    key = CurrentHealth._meta.get_field("customer")
    fields = [field.name for field in CurrentHealth._meta.concrete_fields if field != key]
    CurrentHealth.objects.bulk_create(
        newest,
        update_conflicts=True,
        unique_fields=["customer"],
        update_fields=fields,
        batch_size=1000,
    )
    return len(written), unchanged, len(ids) - len(written) - unchanged


def _repeats(round_: Round, row: int, before: Earlier) -> bool:
    """Whether a score of the same day was computed from the very same measures."""
    at = round_.ats[row]
    if before.recorded_at is None or before.recorded_at.date() != at.date():
        return False
    if before.recorded_at == at:
        return True
    same_card = before.scorecard_id == round_.scorecard.id
    return same_card and before.measured == _nulls(round_.measured[row])


def _score(round_: Round, row: int, whole: int, before: Earlier) -> HealthScore:
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
        measured=_nulls(round_.measured[row]),
        measure_scores=_nulls(round_.scores.measures[row]),
        known_until=round_.days[row],
        recorded_by=round_.by,
        **dict(zip(names, components, strict=True)),
    )


def _current(
    round_: Round, score: HealthScore, customer: Customer, before: Earlier, words: str
) -> CurrentHealth:
    renewal = customer.next_renewal_on
    days_to_renewal = (renewal - score.recorded_at.date()).days if renewal else None
    level = HealthLevel(score.level)
    return CurrentHealth(
        customer=customer,
        score=score.score,
        level=level,
        trend=score.trend,
        churn_risk=rules.churn_risk(level, score.trend, days_to_renewal, round_.card),
        recorded_at=score.recorded_at,
        known_until=score.known_until,
        month_delta=None if before.month_score is None else score.score - before.month_score,
        headline=words,
    )


def _reworded(known: CurrentHealth, before: Earlier, words: str) -> CurrentHealth:
    """The same score, compared anew: its history may have grown."""
    if before.score is not None and before.month_score is not None:
        known.month_delta = before.score - before.month_score
    known.headline = words
    return known


def _against_month(round_: Round, earlier: Sequence[Earlier]) -> tuple[Scored, Scored]:
    """The round beside the scores of a month before, where these had the same scorecard."""
    same = [row.month_scorecard_id == round_.scorecard.id for row in earlier]
    readings = [row.month_measured if ok else None for row, ok in zip(earlier, same, strict=True)]
    measured = as_numbers(readings, len(round_.card.measures))
    tiers = [
        Tier(row.month_tier) if row.month_tier else now
        for row, now in zip(earlier, round_.tiers, strict=True)
    ]
    before = Scored(round_.card, measured, rules.score(measured, tiers, round_.card))
    return Scored(round_.card, round_.measured, round_.scores), before


def _nulls(numbers: Numbers) -> list[float | None]:
    return [None if np.isnan(number) else float(number) for number in numbers]
