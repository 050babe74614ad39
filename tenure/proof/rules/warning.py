"""Whether there was a warning in time, and how often one was false."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tenure.proof.rules.ranking import Flags, Numbers


@dataclass(frozen=True)
class Warned:
    """Of one leaving: since which day (as a number) the score warned without a break, up to the last
    look before; None if the last look was no warning."""

    score: float  # at the last look; NaN where there was none
    since: int | None
    leaving: int

    @property
    def lead_days(self) -> int | None:
        return None if self.since is None else self.leaving - self.since


def warned(days: Sequence[int], scores: Sequence[float], leaving: int, below: float) -> Warned:
    """`days` and `scores` are the looks at one customer, oldest first. A look on the day it left
    is none: it comes too late."""
    looks = [look for look in zip(days, scores, strict=True) if look[0] < leaving]
    since: int | None = None
    for day, score in looks:
        if not score < below:  # an unknown score warns nobody
            since = None
        elif since is None:
            since = day
    return Warned(looks[-1][1] if looks else np.nan, since, leaving)


def quartiles(numbers: Sequence[float]) -> tuple[float, float, float] | None:
    """A quarter, a half, three quarters of the numbers lie below; between two, straight."""
    if not numbers:
        return None
    low, middle, high = np.quantile(np.array(numbers, dtype=float), [0.25, 0.5, 0.75])
    return float(low), float(middle), float(high)


def alarms(scores: Numbers, before: Numbers, below: float) -> Flags:
    """Where somebody had to look anew: low now, and not low at the look before (or none there)."""
    return (scores < below) & ~(before < below)
