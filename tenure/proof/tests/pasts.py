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
    rows = [
        (customer, first + 30 * place, float(score))
        for customer, told in sorted(scores.items())
        for place, score in enumerate(told)
    ]
    customers, days, found = (np.array(column) for column in zip(*rows, strict=True))
    gone = sorted(left)
    return Past(
        looks=Looks(
            customer=customers, day=days, score=found, value=np.full(len(rows), 1000.0),
            tier=np.zeros(len(rows), dtype=int), tenure=days.astype(float),
            usage=np.full(len(rows), NAN), pulse=np.full(len(rows), NAN),
        ),
        leavings=Leavings(
            customer=np.array(gone, dtype=int), day=np.array([left[c] for c in gone], dtype=int),
            is_settled=np.array([customer not in unsettled for customer in gone], dtype=bool),
        ),
        last_years=tuple(last_years), until=until, csms=csms,
    )  # fmt: skip


def year(number: int, left: int, scores: Sequence[float], value: float = 1000) -> LastYear:
    """Somebody's last days, one score a day up to the day before it left."""
    return LastYear(
        UUID(int=number), left, left - len(scores), np.array(scores, dtype=float), value
    )
