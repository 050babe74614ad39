"""How well a number sorts those who left from those who stayed."""

from collections.abc import Callable
from math import sqrt

import numpy as np
from numpy.typing import NDArray

type Numbers = NDArray[np.float64]
type Flags = NDArray[np.bool_]

Z_95 = 1.959963984540054


def auc(safe: Numbers, left: Flags) -> float | None:
    """The chance that one who left had the lower number than one who stayed; a tie is half a hit.

    Mann and Whitney's U by mid-ranks. None where nobody left or nobody stayed.
    """
    leavers, stayers = int(left.sum()), int((~left).sum())
    if not leavers or not stayers:
        return None
    _, place, counts = np.unique(safe, return_inverse=True, return_counts=True)
    middle = np.cumsum(counts) - (counts - 1) / 2
    ranks = middle[place][left].sum()
    return float(1 - (ranks - leavers * (leavers + 1) / 2) / (leavers * stayers))


def interval(found: float, leavers: int, stayers: int) -> tuple[float, float]:
    """The AUCs that an AUC found on so many customers does not contradict, with 95%.

    Hanley and McNeil's standard error at the AUC in question, not at the one found (a score
    interval, as Newcombe 2006): so it is never of no width, also where everything was sorted right.
    Count customers, not observations: looking at one twelve times does not make it twelve.
    """

    def is_possible(true: float) -> bool:
        return abs(found - true) <= Z_95 * standard_error(true, leavers, stayers)

    return _edge(is_possible, found, 0.0), _edge(is_possible, found, 1.0)


def standard_error(true: float, leavers: int, stayers: int) -> float:
    """Hanley and McNeil 1982."""
    q1, q2 = true / (2 - true), 2 * true**2 / (1 + true)
    spread = true * (1 - true)
    spread += (leavers - 1) * (q1 - true**2) + (stayers - 1) * (q2 - true**2)
    return sqrt(max(spread, 0) / (leavers * stayers))


def _edge(is_possible: Callable[[float], bool], inside: float, outside: float) -> float:
    """Where, on the way from what is possible outwards, it ends to be."""
    for _ in range(50):
        middle = (inside + outside) / 2
        inside, outside = (middle, outside) if is_possible(middle) else (inside, middle)
    return inside


def lift(safe: Numbers, left: Flags, part: float = 0.1) -> float | None:
    """How many times more often those in the lowest part left than all did. Where the part's edge
    falls among equal numbers, each of these counts in part."""
    if not left.any():
        return None
    return _share_found(safe, left, part) / part


def gains(safe: Numbers, left: Flags, steps: int = 20) -> list[tuple[float, float]]:
    """Going from the lowest number up: which share of the customers was looked at, and which share
    of those that left was found by then."""
    if not left.any():
        return []
    parts = [step / steps for step in range(1, steps + 1)]
    return [(0.0, 0.0), *((part, _share_found(safe, left, part)) for part in parts)]


def _share_found(safe: Numbers, left: Flags, part: float) -> float:
    wanted = part * len(safe)
    at_edge = np.sort(safe)[min(int(np.ceil(wanted - 1e-9)), len(safe)) - 1]
    below, equal = safe < at_edge, safe == at_edge
    of_equal = (wanted - below.sum()) / equal.sum()
    return float((left[below].sum() + of_equal * left[equal].sum()) / left.sum())
