"""Small pasts, written by hand: who was looked at when, with what score, and who left."""

from collections.abc import Sequence
from uuid import UUID

import numpy as np

from tenure.proof.looks import LastYear, Leavings, Looks, Past

NAN = float("nan")


def past(
    scores: dict[int, Sequence[float]],
    left: dict[int, int],
    *,
    until: int = 1000,
    first: int = 0,
    unsettled: Sequence[int] = (),
    csms: int = 2,
    last_years: Sequence[LastYear] = (),
) -> Past:
    """`scores`: by customer the score at each 30th day from `first` on. `left`: the day it left."""
    leavers = sorted(left)
    leavings = Leavings(
        customer=np.array(leavers, dtype=int),
        day=np.array([left[customer] for customer in leavers], dtype=int),
        is_settled=np.array([customer not in unsettled for customer in leavers], dtype=bool),
    )
    looks = _looks(scores, first)
    return Past(looks, leavings, tuple(last_years), until, csms)


def _looks(scores: dict[int, Sequence[float]], first: int) -> Looks:
    rows = [
        (customer, first + 30 * place, float(score))
        for customer, told in sorted(scores.items())
        for place, score in enumerate(told)
    ]
    customers, days, found = (np.array(column) for column in zip(*rows, strict=True))
    count = len(rows)
    return Looks(
        customer=customers,
        day=days,
        score=found,
        value=np.full(count, 1000.0),
        tier=np.zeros(count, dtype=int),
        tenure=days.astype(float),
        usage=np.full(count, NAN),
        pulse=np.full(count, NAN),
    )


def year(number: int, left: int, scores: Sequence[float], value: float = 1000) -> LastYear:
    """Somebody's last days, one score a day up to the day before it left."""
    return LastYear(
        UUID(int=number), left, left - len(scores), np.array(scores, dtype=float), value
    )
