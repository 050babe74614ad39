"""Who left, and whether the score had warned: over the leavings since the first look."""

from datetime import date

import numpy as np

from tenure.programme.scorecard import Scorecard
from tenure.programme.words import HealthLevel
from tenure.proof.looks import STEP_DAYS, Flags, LastYear, Past
from tenure.proof.report import Flagged, Leaving
from tenure.proof.rules import warning

DAYS_A_WEEK = 7
EARLY_DAYS = 30


def leavings_of(past: Past, card: Scorecard, split: int) -> tuple[Leaving, ...]:
    """Each leaving after the first look, the newest first."""
    first = int(past.looks.day.min()) if len(past.looks) else past.until
    below = card.levels[HealthLevel.GOOD]
    return tuple(_leaving(year, below, split) for year in past.last_years if year.left > first)


def _leaving(year: LastYear, below: float, split: int) -> Leaving:
    days = range(year.first, year.left)
    seen = warning.warned(days, year.scores.tolist(), year.left, below)
    return Leaving(
        customer_id=year.customer_id,
        left_on=date.fromordinal(year.left),
        value=year.value,
        score=None if np.isnan(seen.score) else seen.score,
        flagged_since=None if seen.since is None else date.fromordinal(seen.since),
        is_tested=year.left > split,
    )


def flagged(past: Past, later: Flags, left: Flags, split: int, card: Scorecard) -> Flagged:
    """What warning below Good came to, in the time of the test."""
    looks, below = past.looks, card.levels[HealthLevel.GOOD]
    warns = later & (looks.score < below)
    new = warning.alarms(looks.score, looks.before(looks.score, STEP_DAYS), below)
    tested = [one for one in leavings_of(past, card, split) if one.is_tested]
    caught = [one for one in tested if one.lead_days is not None]
    dates = len(np.unique(looks.day[later]))
    hits = int((warns & left).sum())
    return Flagged(
        below=below,
        looks=int(warns.sum()),
        precision=hits / int(warns.sum()) if warns.any() else None,
        recall=hits / int((later & left).sum()) if (later & left).any() else None,
        leavings=len(tested),
        caught=len(caught),
        caught_early=sum((one.lead_days or 0) >= EARLY_DAYS for one in caught),
        lost=sum(one.value or 0 for one in tested),
        lost_and_flagged=sum(one.value or 0 for one in caught),
        lead_days=warning.quartiles([one.lead_days or 0 for one in caught]),
        false_alarms=int((new & later & ~left).sum()),
        weeks=dates * STEP_DAYS / DAYS_A_WEEK,
        csms=past.csms,
    )
