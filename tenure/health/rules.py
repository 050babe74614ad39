"""How health is scored. Arrays in, arrays out: no database, no clock, no settings.

One customer is an array of length one, so there is one formula for one and for a million.
Unknown is NaN throughout, and never zero: the weight of what is unknown is shared by what is known,
first inside its component, then among the components.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tenure.programme.scorecard import Scorecard
from tenure.programme.words import ChurnRisk, HealthLevel, HealthTrend, Tier

type Numbers = NDArray[np.float64]
type Places = NDArray[np.intp]

RISKS: tuple[ChurnRisk, ...] = tuple(ChurnRisk)
TRENDS: tuple[HealthTrend, ...] = tuple(HealthTrend)
LEVELS: tuple[HealthLevel, ...] = tuple(reversed(HealthLevel))  # the lowest first
EXCELLENT = HealthLevel.EXCELLENT
RISK_OF_LEVEL = {
    HealthLevel.EXCELLENT: ChurnRisk.LOW,
    HealthLevel.GOOD: ChurnRisk.LOW,
    HealthLevel.FAIR: ChurnRisk.MEDIUM,
    HealthLevel.POOR: ChurnRisk.HIGH,
}


@dataclass(frozen=True)
class Scores:
    """What a scorecard makes of n customers with m measures in c components."""

    measures: Numbers  # n x m, 0-100, NaN where the measure is unknown
    weights: Numbers  # n x m, each measure's share of the whole score; a row sums to 1, or is all 0
    components: Numbers  # n x c, 0-100, NaN where nothing in the component is known
    overall: Numbers  # n, 0-100, NaN where nothing at all is known

    @property
    def points(self) -> Numbers:
        """n x m: what each measure adds to the overall score; a row sums to it exactly."""
        return np.nan_to_num(self.measures) * self.weights


def score(measured: Numbers, tiers: Sequence[Tier], card: Scorecard) -> Scores:
    """Score n customers. `measured` is n x m in the card's order, each in its measure's own unit."""
    measures = score_measures(measured, tiers, card)
    known = ~np.isnan(measures)
    filled = np.nan_to_num(measures)
    components = np.full((len(tiers), len(card.component)), np.nan)
    weights = np.zeros_like(measures)
    first = 0
    for place, component in enumerate(card.component):
        own = slice(first, first + len(component.measures))
        share = known[:, own] * np.array([measure.weight for measure in component.measures])
        total = share.sum(axis=1, keepdims=True)
        share = np.divide(share, total, out=np.zeros_like(share), where=total > 0)
        weights[:, own] = share
        components[:, place] = np.where(
            total[:, 0] > 0, (share * filled[:, own]).sum(axis=1), np.nan
        )
        first = own.stop

    by_tier = {tier: [part.weight_for(tier) for part in card.component] for tier in Tier}
    wanted = np.array([by_tier[tier] for tier in tiers]).reshape(components.shape)
    wanted = np.where(np.isnan(components), 0, wanted)
    total = wanted.sum(axis=1, keepdims=True)
    wanted = np.divide(wanted, total, out=np.zeros_like(wanted), where=total > 0)
    weights *= np.repeat(wanted, [len(part.measures) for part in card.component], axis=1)
    overall = np.where(total[:, 0] > 0, (wanted * np.nan_to_num(components)).sum(axis=1), np.nan)
    return Scores(measures=measures, weights=weights, components=components, overall=overall)


def score_measures(measured: Numbers, tiers: Sequence[Tier], card: Scorecard) -> Numbers:
    """n x m: each measure by its curve, clipped to the curve's ends; unknown stays unknown."""
    scores = np.full_like(measured, np.nan)
    names = np.array(tiers, dtype=object)
    of_tier = {tier: np.flatnonzero(names == tier) for tier in set(tiers)}
    for column, measure in enumerate(card.measures):
        for tier, rows in of_tier.items():
            at, points = zip(*measure.curve_for(tier), strict=True)
            scores[rows, column] = np.interp(measured[rows, column], at, points)
    return scores


def changes(now: Scores, before: Scores) -> Numbers:
    """n x m: what each measure did to the overall score since an earlier one, in points.

    A row sums to the difference exactly. What a measure adds is counted against the earlier overall
    score, so one that becomes known, is lost, or changes its weight shows its own effect, and not
    the others that make room for it. NaN where there was no earlier score.
    """
    base = before.overall[:, None]
    added = now.weights * (np.nan_to_num(now.measures) - base)
    return added - before.weights * (np.nan_to_num(before.measures) - base)


def rounded(scores: Numbers) -> Numbers:
    """Whole points; a half goes up, as it does for the people who check it by hand. What binary
    fractions leave of a half, such as 56.49999999999999, is a half."""
    return np.floor(np.round(scores, 9) + 0.5)


def confidence(
    scores: Scores, ages: Numbers, limits: Numbers, card: Scorecard, tiers: Sequence[Tier]
) -> Numbers:
    """n, percent: how much of what the scorecard asks for is known, and fresh.

    Each measure counts with the weight that it has where everything is known. `ages` is n x m and
    `limits` m, in days; a measure counts in full up to its limit of freshness, beyond it by limit /
    age, and not at all where it is unknown. An age that is not known is none.
    """
    known = ~np.isnan(scores.measures)
    freshness = np.minimum(1, limits / np.maximum(np.nan_to_num(ages), limits))
    return 100 * (_full_weights(tiers, card) * known * freshness).sum(axis=1)


def _full_weights(tiers: Sequence[Tier], card: Scorecard) -> Numbers:
    """n x m: each measure's share of the whole where everything is known; a row sums to 1."""
    inside = np.array([measure.weight for measure in card.measures]) / 100
    sizes = [len(part.measures) for part in card.component]
    by_tier = {
        tier: inside * np.repeat([part.weight_for(tier) for part in card.component], sizes) / 100
        for tier in set(tiers)
    }
    return np.array([by_tier[tier] for tier in tiers]).reshape(len(tiers), len(inside))


def levels_of(scores: Numbers, card: Scorecard) -> Places:
    """n places in LEVELS: the highest level whose threshold the score reaches; a threshold belongs
    to its level."""
    return np.searchsorted([card.levels[level] for level in LEVELS[1:]], scores, side="right")


def trends_of(scores: Numbers, before: Numbers, card: Scorecard) -> Places:
    """n places in TRENDS: where health is going, against the score before; NaN where there was none."""
    moved = scores - before
    return np.select(
        [np.isnan(moved), moved > card.trend_points, moved < -card.trend_points], [3, 0, 2], 1
    )


def risks_of(levels: Places, trends: Places, days_to_renewal: Numbers, card: Scorecard) -> Places:
    """n places in RISKS: the level's risk, one step higher while health declines or the renewal is
    near; NaN where none is known.

    An excellent customer's renewal is no risk, however near. A renewal that has passed is near.
    """
    risks = np.array([RISKS.index(RISK_OF_LEVEL[level]) for level in LEVELS])[levels]
    is_near = (days_to_renewal <= card.renewal_near_days) & (levels < LEVELS.index(EXCELLENT))
    is_declining = trends == TRENDS.index(HealthTrend.DECLINING)
    higher: Places = np.minimum(risks + (is_near | is_declining), len(RISKS) - 1)
    return higher


def level_of(score: float, card: Scorecard) -> HealthLevel:
    return LEVELS[int(levels_of(np.array([score]), card)[0])]


def trend_of(score: float, before: float | None, card: Scorecard) -> HealthTrend:
    return TRENDS[int(trends_of(np.array([score]), np.array([before], dtype=float), card)[0])]


def churn_risk(
    level: HealthLevel, trend: HealthTrend, days_to_renewal: int | None, card: Scorecard
) -> ChurnRisk:
    places = np.array([LEVELS.index(level)]), np.array([TRENDS.index(trend)])
    return RISKS[int(risks_of(*places, np.array([days_to_renewal], dtype=float), card)[0])]
