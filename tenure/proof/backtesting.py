"""A backtest: what a scorecard said on past days, held against who left afterwards. Plain Python.

The later half of the time is the test. What is fitted (chances of leaving) is fitted on the earlier
half, on looks whose outcome was known before the test begins.
"""

from collections.abc import Iterator
from datetime import date

import numpy as np

from tenure.health import rules as health
from tenure.programme.scorecard import Scorecard
from tenure.programme.words import HealthLevel, Tier
from tenure.proof.halves import Halves, halved
from tenure.proof.looks import STEP_DAYS, Flags, Looks, Past
from tenure.proof.report import Baseline, Bin, Calibration, OfLevel, OfTier, Part, Ranking, Report
from tenure.proof.rules import calibration, ranking
from tenure.proof.rules.ranking import Numbers
from tenure.proof.warnings import flagged, leavings_of


def backtest(past: Past, card: Scorecard, horizon: int) -> Report:
    looks = past.looks
    halves = halved(past, horizon)
    later, left = looks.only(halves.later), halves.left[halves.later]
    days = [date.fromordinal(int(day)) for day in np.unique(looks.day)]
    return Report(
        horizon_days=horizon,
        step_days=STEP_DAYS,
        first_look=days[0] if days else None,
        last_look=days[-1] if days else None,
        split_on=date.fromordinal(halves.split) if days else None,
        known_until=date.fromordinal(past.until),
        scorecard_version=card.version,
        customers=len(np.unique(looks.customer)),
        looks=len(looks),
        unscored=halves.unscored,
        unsettled=halves.unsettled,
        earlier=part(looks.only(halves.earlier), halves.left[halves.earlier]),
        later=part(later, left),
        ranking=ranked(later.score, later, left),
        lift=ranking.lift(later.score, left),
        gains=tuple(ranking.gains(later.score, left)),
        baselines=tuple(baselines(looks, halves)),
        tiers=tuple(by_tier(later, left)),
        levels=tuple(by_level(looks, halves, card)),
        calibration=calibrated(looks, halves),
        flagged=flagged(past, halves.later, halves.left, halves.split, card),
        leavings=leavings_of(past, card, halves.split),
    )


def part(looks: Looks, left: Flags) -> Part:
    return Part(
        looks=len(looks),
        looks_before_leaving=int(left.sum()),
        customers=len(np.unique(looks.customer)),
        leavers=len(np.unique(looks.customer[left])),
    )


def ranked(safe: Numbers, looks: Looks, left: Flags) -> Ranking:
    """The interval counts customers, not looks: the same one is looked at many times."""
    found = ranking.auc(safe, left)
    leavers = len(np.unique(looks.customer[left]))
    stayers = len(np.unique(looks.customer[~left]))
    low, high = (None, None) if found is None else ranking.interval(found, leavers, stayers)
    return Ranking(
        auc=found, low=low, high=high, looks=len(looks), leavers=leavers, stayers=stayers
    )


def baselines(looks: Looks, halves: Halves) -> Iterator[Baseline]:
    """Numbers that anybody could sort by. Where one is unknown, the score is not asked either."""
    used = looks.before(looks.usage, STEP_DAYS)
    naive = {
        "last_score": looks.before(looks.score, STEP_DAYS),
        "usage": np.divide(looks.usage, used, out=np.full(len(looks), np.nan), where=used > 0),
        "tenure": looks.tenure,
        "value": looks.value,
        "pulse": looks.pulse,
    }
    for code, numbers in naive.items():
        rows = halves.later & ~np.isnan(numbers)
        if rows.any():
            own, left = looks.only(rows), halves.left[rows]
            yield Baseline(
                code=code,
                ranking=ranked(numbers[rows], own, left),
                score=ranked(own.score, own, left),
            )


def by_tier(looks: Looks, left: Flags) -> Iterator[OfTier]:
    for number, tier in enumerate(Tier):
        own = looks.tier == number
        if own.any():
            found = ranked(looks.score[own], looks.only(own), left[own])
            yield OfTier(tier=tier, ranking=found)


def by_level(looks: Looks, halves: Halves, card: Scorecard) -> Iterator[OfLevel]:
    later, left = looks.only(halves.later), halves.left[halves.later]
    levels = np.array([health.level_of(score, card) for score in later.score], dtype=object)
    chances = _chances(looks, halves, later.score)
    for level in sorted(HealthLevel, key=lambda level: -card.levels[level]):
        own = levels == level
        yield OfLevel(
            level=level,
            looks=int(own.sum()),
            left=int(left[own].sum()),
            foretold=None if chances is None or not own.any() else float(chances[own].mean()),
        )


def calibrated(looks: Looks, halves: Halves) -> Calibration | None:
    """None where the earlier half has nothing to learn from: nobody left, or nobody stayed."""
    later, left = looks.only(halves.later), halves.left[halves.later]
    chances = _chances(looks, halves, later.score)
    if chances is None or not len(later):
        return None
    share = np.full(len(later), halves.left[halves.earlier].mean())
    bins = calibration.bins(chances, left)
    return Calibration(
        brier=calibration.brier(chances, left),
        brier_of_share=calibration.brier(share, left),
        error=calibration.calibration_error(bins),
        bins=tuple(
            Bin(looks=one.rows, foretold=one.foretold, happened=one.happened) for one in bins
        ),
    )


def _chances(looks: Looks, halves: Halves, scores: Numbers) -> Numbers | None:
    earlier = halves.earlier
    if not halves.left[earlier].any() or halves.left[earlier].all():
        return None
    return calibration.fit(looks.score[earlier], halves.left[earlier]).of(scores)
