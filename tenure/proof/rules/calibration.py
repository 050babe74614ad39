"""What a score means in chances of leaving: fitted on an earlier time, held against a later one."""

from dataclasses import dataclass

import numpy as np

from tenure.proof.rules.ranking import Flags, Numbers

MOST_BINS = 10


@dataclass(frozen=True)
class Chances:
    """A map from scores to chances of leaving: the higher the score, the lower the chance."""

    scores: Numbers  # where each step begins, rising
    chances: Numbers  # falling

    def of(self, scores: Numbers) -> Numbers:
        """The chance at each score: straight between what was seen, level outside of it."""
        return np.interp(scores, self.scores, self.chances)


@dataclass(frozen=True)
class Bin:
    """Observations with about the same chance: what was foretold, and what happened."""

    rows: int
    foretold: float
    happened: float


def fit(scores: Numbers, left: Flags) -> Chances:
    """Isotonic regression: of all maps that never rise, the one nearest to what happened.

    Pools neighbours that are out of order (Ayer et al. 1955). Needs at least one row.
    """
    values, place = np.unique(scores, return_inverse=True)
    rows = np.bincount(place).astype(float)
    shares = np.bincount(place, weights=left.astype(float)) / rows
    pools: list[tuple[float, float, int]] = []  # the share, its rows, how many values
    for share, weight in zip(shares, rows, strict=True):
        pool = (float(share), float(weight), 1)
        while pools and pools[-1][0] <= pool[0]:
            pool = _together(pools.pop(), pool)
        pools.append(pool)
    chances = np.repeat([share for share, _, _ in pools], [count for _, _, count in pools])
    return Chances(values, chances)


def _together(
    one: tuple[float, float, int], two: tuple[float, float, int]
) -> tuple[float, float, int]:
    rows = one[1] + two[1]
    return (one[0] * one[1] + two[0] * two[1]) / rows, rows, one[2] + two[2]


def brier(foretold: Numbers, left: Flags) -> float:
    """The mean squared distance between the chance foretold and what happened: 0 is perfect."""
    return float(np.mean((foretold - left) ** 2))


def bins(foretold: Numbers, left: Flags) -> list[Bin]:
    """At most ten groups of about the same size, by chance; equal chances stay together."""
    order = np.argsort(foretold, kind="stable")
    wanted = np.linspace(0, len(order), MOST_BINS + 1).astype(int)[1:-1]
    edges = np.unique(foretold[order][wanted[wanted < len(order)]])
    group = np.searchsorted(edges, foretold, side="left")
    return [
        Bin(int(own.sum()), float(foretold[own].mean()), float(left[own].mean()))
        for own in (group == number for number in np.unique(group))
    ]


def calibration_error(found: list[Bin]) -> float:
    """ECE: how far what was foretold lies from what happened, on average over the rows."""
    rows = sum(part.rows for part in found)
    return sum(part.rows * abs(part.foretold - part.happened) for part in found) / rows
