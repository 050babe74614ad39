"""Reading many rows as columns of numbers, for arithmetic on arrays."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import numpy as np
from django.db import connection
from numpy.typing import NDArray

type Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Asked:
    """The customers that facts are asked about, each with the day as of which they are wanted."""

    ids: Sequence[UUID]
    days: Sequence[date]

    def __len__(self) -> int:
        return len(self.ids)


def numbers(sql: str, asked: Asked, **parameters: Any) -> dict[str, Numbers]:
    """Run a query that answers one row per customer asked about, in any order, `place` first.

    `sql` reads from `asked (place, customer_id, day)`. The answer has an array per further column;
    null, and a customer without a row, become NaN.
    """
    source = (
        "with asked as (select place, customer_id, day from "
        "unnest(%(ids)s::uuid[], %(days)s::date[]) with ordinality as a(customer_id, day, place)) "
    )
    with connection.cursor() as cursor:
        cursor.execute(
            source + sql, parameters | {"ids": list(asked.ids), "days": list(asked.days)}
        )
        names = [column.name for column in cursor.description[1:]]
        rows = cursor.fetchall()
    answer = np.full((len(names), len(asked)), np.nan)
    if rows:
        table = np.array(rows, dtype=np.float64)
        answer[:, table[:, 0].astype(np.intp) - 1] = table[:, 1:].T
    return dict(zip(names, answer, strict=True))
