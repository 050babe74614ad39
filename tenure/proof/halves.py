"""Which looks count: the earlier ones to learn from, the later ones to test on. Plain Python."""

from dataclasses import dataclass

import numpy as np

from tenure.proof.looks import Flags, Past


@dataclass(frozen=True)
class Halves:
    """Which looks count where. A look counts where it has a score and its outcome is known."""

    left: Flags  # within the horizon
    earlier: Flags
    later: Flags
    split: int  # the first day of the test
    unscored: int
    unsettled: int


def halved(past: Past, horizon: int) -> Halves:
    looks = past.looks
    leaves, is_settled = past.leavings.next_after(looks)
    left = leaves <= looks.day + horizon
    known = (looks.day + horizon <= past.until) & ~(left & ~is_settled)
    scored = ~np.isnan(looks.score)
    counts = known & scored
    days = np.unique(looks.day[counts])
    split = int(days[len(days) // 2]) if len(days) else past.until
    return Halves(
        left=left,
        earlier=counts & (looks.day + horizon <= split),
        later=counts & (looks.day >= split),
        split=split,
        unscored=int((~scored).sum()),
        unsettled=int((scored & ~known).sum()),
    )
