"""What readings did to a score while its scorecard and its tier stayed the same. Arrays of n
customers.

A measure that was known before and is known now did what its own score did, by the weight that it
has now. One that became known is held against the score that its component had without it, one that
was lost against the score with it; what others weigh more or less because of that is its doing, not
theirs. So a measure whose reading did not change did nothing. Components likewise, one level up.
"""

import numpy as np

from tenure.health.rules import Numbers, Scores
from tenure.programme.scorecard import Scorecard


def effects(now: Scores, before: Scores, card: Scorecard) -> Numbers:
    """n x m points in the scorecard's order, of which a row sums to the difference of the overall
    scores; NaN where one of these is unknown.

    Nothing is left over: of what is known on both sides the weights all grow or shrink alike, so
    what this does to the score depends on nothing but what was lost.
    """
    parts = [len(part.measures) for part in card.component]
    starts = np.cumsum([0, *parts[:-1]])
    was, is_now = (np.add.reduceat(s.weights, starts, axis=1) for s in (before, now))
    grown = _growth(was, is_now)
    first = 0
    told = np.zeros_like(now.weights)
    for place, count in enumerate(parts):
        own = slice(first, first + count)
        within = was[:, [place]], is_now[:, [place]]
        inside = _inside(now, before, own, before.components[:, [place]], *within)
        came = now.weights[:, own] * _against(now.measures[:, own], before.overall)
        went = -grown * before.weights[:, own] * _against(before.measures[:, own], before.overall)
        told[:, own] = np.where(
            (within[0] > 0) & (within[1] > 0), inside, np.where(within[1] > 0, came, went)
        )
        first = own.stop
    told[np.isnan(before.overall) | np.isnan(now.overall)] = np.nan
    return told


def _inside(
    now: Scores, before: Scores, own: slice, base: Numbers, was: Numbers, is_now: Numbers
) -> Numbers:
    """The measures of a component that was known and is known, by what the component weighs now."""
    old, new = _shares(before.weights[:, own], was), _shares(now.weights[:, own], is_now)
    scored, scores = np.nan_to_num(before.measures[:, own]), np.nan_to_num(now.measures[:, own])
    base = np.nan_to_num(base)
    stayed = new * (scores - scored)
    came = new * (scores - base)
    went = -_growth(old, new) * old * (scored - base)
    moved: Numbers = np.where((old > 0) & (new > 0), stayed, np.where(new > 0, came, went))
    return moved * is_now


def _against(scores: Numbers, base: Numbers) -> Numbers:
    return np.nan_to_num(scores) - np.nan_to_num(base)[:, None]


def _shares(weights: Numbers, total: Numbers) -> Numbers:
    return np.divide(weights, total, out=np.zeros_like(weights), where=total > 0)


def _growth(was: Numbers, is_now: Numbers) -> Numbers:
    """n x 1: by what the weights of all that is known on both sides grew; 1 where nothing is."""
    both = (was > 0) & (is_now > 0)
    old = np.where(both, was, 0).sum(axis=1, keepdims=True)
    new = np.where(both, is_now, 0).sum(axis=1, keepdims=True)
    return np.divide(new, old, out=np.ones_like(old), where=old > 0)
