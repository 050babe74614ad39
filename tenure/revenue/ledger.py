"""The ledger: recurring revenue and its movements between any two days, for any customers.

One read of the contracts, then arithmetic (rules.py). Cost grows with the number of contracts."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import numpy as np
from django.db import connection
from numpy.typing import NDArray

from tenure.programme.in_force import programme
from tenure.revenue import rules
from tenure.revenue.rules import Contracts, Moved
from tenure.revenue.words import Movement

# A customer that left pays nothing from the day after, whatever its contracts still say.
CONTRACTS = """
select k.customer_id, k.starts_on, least(k.ends_on, case when c.status = 'CHURNED' then c.churned_on end),
    (100 * k.annual_value)::bigint,
    k.ended_by_churn or (c.status = 'CHURNED' and (k.ends_on is null or k.ends_on >= c.churned_on))
from contracts_contract k join customers_customer c on c.id = k.customer_id
where not k.is_trial and k.starts_on <= %(until)s
    and (c.status <> 'CHURNED' or c.churned_on is null or k.starts_on <= c.churned_on) and (%(ids)s::uuid[] is null or k.customer_id = any(%(ids)s))
order by k.customer_id
"""


@dataclass(frozen=True)
class Books:
    """All contracts that count, gaps closed; `customers` in the order of the columns."""

    customers: list[UUID]
    contracts: Contracts

    def on(self, days: Sequence[date]) -> NDArray[np.int64]:
        """Cents a year: a row a day, a column a customer."""
        numbers = np.array([day.toordinal() for day in days], dtype=np.int64)
        return rules.revenue_on(self.contracts, numbers, len(self.customers))

    def between(self, start: date, end: date) -> "Ledger":
        return self.through([start, end])[0]

    def through(self, days: Sequence[date]) -> list["Ledger"]:
        """A ledger for each stretch between two days that follow each other."""
        values = self.on(days)
        found = []
        for row, (first, last) in enumerate(itertools.pairwise(days)):
            paid = rules.paid_before(self.contracts, first.toordinal(), len(self.customers))
            moved = rules.movements(values[row], values[row + 1], paid)
            found.append(Ledger(first, last, self.customers, moved))
        return found


@dataclass(frozen=True)
class Ledger:
    """From what ran at the end of one day to what runs at the end of another; cents a year."""

    first: date
    last: date
    customers: list[UUID]
    moved: Moved

    @property
    def start(self) -> int:
        return int(self.moved.start.sum())

    @property
    def end(self) -> int:
        return int(self.moved.end.sum())

    @property
    def customers_at_start(self) -> int:
        return int(np.count_nonzero(self.moved.start))

    @property
    def customers_at_end(self) -> int:
        return int(np.count_nonzero(self.moved.end))

    def of(self, kind: Movement) -> NDArray[np.int64]:
        found: NDArray[np.int64] = getattr(self.moved, kind.value.lower())
        return found

    def total(self, kind: Movement) -> int:
        return int(self.of(kind).sum())

    def count(self, kind: Movement) -> int:
        return int(np.count_nonzero(self.of(kind)))

    def rows(self, kind: Movement | None = None) -> list[tuple[UUID, Movement, int, int]]:
        """Who moved, why, from how much to how much; the largest movement first."""
        found = []
        for one in [kind] if kind else list(Movement):
            for place in np.flatnonzero(self.of(one)):
                before, after = int(self.moved.start[place]), int(self.moved.end[place])
                found.append((self.customers[place], one, before, after))
        return sorted(found, key=lambda row: (-abs(row[3] - row[2]), str(row[0])))

    def among(self, ids: set[UUID]) -> "Ledger":
        """The same for some of the customers."""
        kept = np.array([id in ids for id in self.customers], dtype=bool)
        parts = {name: getattr(self.moved, name)[kept] for name in Moved.__dataclass_fields__}
        names = [id for id in self.customers if id in ids]
        return Ledger(self.first, self.last, names, Moved(**parts))


def books(until: date, ids: Sequence[UUID] | None = None) -> Books:
    """The contracts of these customers, or of all, that begin by a day or soon enough after to close a gap."""
    gap = programme().revenue.gap_days
    with connection.cursor() as cursor:
        closing = date.fromordinal(until.toordinal() + gap + 1)
        told = {"until": closing, "ids": None if ids is None else list(ids)}
        cursor.execute(CONTRACTS, told)
        rows = cursor.fetchall()
    places: dict[UUID, int] = {}
    for row in rows:
        places.setdefault(row[0], len(places))
    contracts = Contracts(
        customer=np.array([places[row[0]] for row in rows], dtype=np.int64),
        starts=np.array([row[1].toordinal() for row in rows], dtype=np.int64),
        ends=np.array(
            [row[2].toordinal() if row[2] else rules.FOR_EVER for row in rows], dtype=np.int64
        ),
        cents=np.array([row[3] for row in rows], dtype=np.int64),
        ended_for_good=np.array([row[4] for row in rows], dtype=bool),
    )
    return Books(list(places), rules.without_gaps(contracts, gap))


def movements(start: date, end: date, *, ids: Sequence[UUID] | None = None) -> Ledger:
    """What moved between the ends of two days."""
    return books(end, ids).between(start, end)


def month_ends(last: date, count: int) -> list[date]:
    """The last days of so many months before the month of a day, and that day: one more than months."""
    days = [last]
    first = last.replace(day=1)
    for _ in range(count):
        days.append(first.fromordinal(first.toordinal() - 1))
        first = days[-1].replace(day=1)
    return days[::-1]


def monthly(last: date, count: int, *, ids: Sequence[UUID] | None = None) -> list[Ledger]:
    """A ledger a month, the newest last; that one ends on `last`."""
    return books(last, ids).through(month_ends(last, count))
