"""Writing a round of scores: history rows that are added, and the current health that follows.

The history goes to PostgreSQL by COPY, the current health in one update, however many they are: one
customer is a round of one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from tenure.alerts.opening import open_alerts
from tenure.foundation.ids import new_id_text
from tenure.health import overriding, rules
from tenure.health.copying import NULL, as_array, as_text, as_wholes, copied, counts
from tenure.health.earlier import Earlier, earlier_scores
from tenure.health.explanation import headlines
from tenure.health.queries import Current, current_health, lock_current_health, make_current
from tenure.health.rounds import Round
from tenure.health.rules import LEVELS, RISKS, TRENDS

HISTORY = (
    "id", "customer_id", "recorded_at", "score", "level", "trend", "engagement_score",
    "success_score", "satisfaction_score", "financial_score", "tier", "measured",
    "measure_scores", "known_until", "confidence", "scorecard_id", "recorded_by",
)  # fmt: skip
LEVEL_WORDS = [level.value for level in LEVELS]
TREND_WORDS = [trend.value for trend in TRENDS]
RISK_WORDS = [risk.value for risk in RISKS]


@dataclass(frozen=True)
class News:
    """What a round says of its n customers that was not known; arrays of n."""

    wholes: rules.Numbers
    before: rules.Numbers
    month: rules.Numbers
    levels: rules.Places
    trends: rules.Places
    words: Sequence[str]
    repeats: NDArray[np.bool_]  # says what an earlier score of the day said
    is_new: NDArray[np.bool_]


def write_scores(round_: Round) -> tuple[int, int, int]:
    """Add the scores that say something new. Answers how many were written, how many repeat an
    earlier one, and of how many customers nothing is known."""
    lock_current_health(round_.names)
    earlier = earlier_scores(round_.names, round_.ats, round_.days)
    news = _news(round_, earlier)
    copied("health_healthscore", HISTORY, _history(round_, news))
    make_current(list(_current(round_, news, earlier)))
    overriding.apply(round_.ids, max(round_.ats))
    open_alerts(round_.names, max(round_.ats), round_.card)
    written, repeated = int(news.is_new.sum()), int(news.repeats.sum())
    return written, repeated, len(round_.ids) - written - repeated


def _news(round_: Round, earlier: Sequence[Earlier]) -> News:
    wholes = rules.rounded(round_.scores.overall)
    before = np.array([row.score for row in earlier], dtype=float)
    known = ~np.isnan(wholes)
    repeats = known & [_repeats(round_, *of) for of in enumerate(earlier)]
    return News(
        wholes=wholes,
        before=before,
        month=np.array([row.month_score for row in earlier], dtype=float),
        levels=rules.levels_of(wholes, round_.card),
        trends=rules.trends_of(wholes, before, round_.card),
        words=headlines(*round_.against_month(earlier)),
        repeats=repeats,
        is_new=known & ~repeats,
    )


def _repeats(round_: Round, row: int, before: Earlier) -> bool:
    """Whether a score of the same day was computed from the very same measures in the same way."""
    if before.recorded_at is None:
        return False
    if before.recorded_at == round_.ats[row]:
        return True
    same_way = (before.scorecard_id, before.tier) == (round_.scorecard.id, round_.tiers[row])
    return same_way and before.measured == round_.readings(row)


def _history(round_: Round, news: News) -> Iterator[str]:
    """A row of history for each score that is new, in COPY's notation."""
    rows = zip(
        round_.names, round_.times, as_wholes(news.wholes), _named(LEVEL_WORDS, news.levels),
        _named(TREND_WORDS, news.trends),
        *(as_wholes(column) for column in rules.rounded(round_.scores.components).T),
        round_.tiers, as_array(round_.measured), as_array(round_.scores.measures), round_.dates,
        as_wholes(rules.rounded(round_.confidence)), strict=True,
    )  # fmt: skip
    end = f"{round_.scorecard.id}\t{as_text(round_.by)}\n"
    for row in compress(rows, news.is_new.tolist()):
        yield f"{new_id_text()}\t{'\t'.join(row)}\t{end}"


def _named(words: Sequence[str], places: rules.Places) -> list[str]:
    return [words[place] for place in places.tolist()]


def _current(round_: Round, news: News, earlier: Sequence[Earlier]) -> Iterator[tuple[str, ...]]:
    """What becomes the current health: a score that is new and the newest, or the same score, looked
    at anew: its history may have grown, the renewal may have moved."""
    risks = rules.risks_of(news.levels, news.trends, round_.days_to_renewal, round_.card)
    rows = zip(
        as_wholes(news.wholes), as_wholes(news.before), _named(LEVEL_WORDS, news.levels),
        _named(TREND_WORDS, news.trends), _named(RISK_WORDS, risks), round_.times, round_.dates,
        as_wholes(news.wholes - news.month), strict=True,
    )  # fmt: skip
    confidence = as_wholes(rules.rounded(round_.confidence))
    again, is_new = _again(round_, news, earlier), news.is_new.tolist()
    for n, (told, before) in enumerate(zip(rows, earlier, strict=True)):
        if not (is_new[n] and before.is_newest):
            if n not in again:
                continue
            told = _as_before(round_, n, again[n], before)
        yield round_.names[n], *told, confidence[n], news.words[n]


def _again(round_: Round, news: News, earlier: Sequence[Earlier]) -> dict[int, Current]:
    """By row the current health that is repeated."""
    rows = [n for n in np.flatnonzero(news.repeats).tolist() if earlier[n].is_current]
    if not rows:
        return {}
    current = current_health(round_.names[n] for n in rows)
    return {n: current[round_.ids[n]] for n in rows}


def _as_before(round_: Round, row: int, known: Current, before: Earlier) -> tuple[str, ...]:
    level, trend = np.array([LEVELS.index(known.level)]), np.array([TRENDS.index(known.trend)])
    days = round_.days_to_renewal[row : row + 1]
    risk = RISKS[rules.risks_of(level, trend, days, round_.card)[0]]
    delta = known.month_delta
    if before.score is not None and before.month_score is not None:
        delta = before.score - before.month_score
    return (
        str(known.score), counts(known.previous_score), known.level, known.trend, risk.value,
        known.recorded_at.isoformat(), str(known.known_until or NULL), counts(delta),
    )  # fmt: skip
