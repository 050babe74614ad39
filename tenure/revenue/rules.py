"""Recurring revenue on any day, and its movements between any two. Plain arithmetic on arrays.

Money is whole cents of a year's value, so that sums are exact; a month is a twelfth of it. Days are
numbers (`date.toordinal()`), both ends of a contract included.

The rule: what runs on a day counts, and contracts of one customer that run side by side add up. A
contract without an end runs until somebody ends it. Trials count nothing. When a customer's last
contract ends and the next begins within the gap that the programme allows, the old one counts until
then: who signs late has not left and come back."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

type Cents = NDArray[np.int64]
type Days = NDArray[np.int64]
type Flags = NDArray[np.bool_]

FOR_EVER = 9_999_999
_STRIDE = 10_000_000


@dataclass(frozen=True)
class Contracts:
    """One entry a contract that is no trial; `customer` counts customers from 0. `ended_for_good`:
    the customer left with it, and no gap is closed."""

    customer: Days
    starts: Days
    ends: Days
    cents: Cents
    ended_for_good: Flags


def without_gaps(told: Contracts, gap_days: int) -> Contracts:
    """The same contracts; those before a gap that is short enough go on until it ends."""
    if not len(told.customer):
        return told
    order = np.lexsort((told.starts, told.customer))
    customer, starts = told.customer[order], told.starts[order]
    keys = customer * _STRIDE
    covered = np.maximum.accumulate(keys + told.ends[order]) - keys
    follows = np.flatnonzero((customer[1:] == customer[:-1]) & (starts[1:] > covered[:-1] + 1)) + 1
    follows = follows[starts[follows] - covered[follows - 1] - 1 <= gap_days]
    last = customer[follows] * _STRIDE + covered[follows - 1]
    until = starts[follows] - 1
    ending = told.customer * _STRIDE + told.ends
    at = np.minimum(np.searchsorted(last, ending), max(len(last) - 1, 0))
    hit = (last[at] == ending) & ~told.ended_for_good if len(last) else np.zeros(len(ending), bool)
    ends = told.ends.copy()
    ends[hit] = until[at[hit]]
    return Contracts(told.customer, told.starts, ends, told.cents, told.ended_for_good)


def revenue_on(told: Contracts, days: Days, customers: int) -> Cents:
    """Cents a year, one row a day, one column a customer."""
    found = np.zeros((len(days), customers), dtype=np.int64)
    for row, day in zip(found, days, strict=True):
        running = (told.starts <= day) & (day <= told.ends)
        np.add.at(row, told.customer[running], told.cents[running])
    return found


def paid_before(told: Contracts, day: int, customers: int) -> Flags:
    """Which customers had ever paid up to a day, that day included."""
    found = np.zeros(customers, dtype=bool)
    found[told.customer[(told.starts <= day) & (told.cents > 0)]] = True
    return found


@dataclass(frozen=True)
class Moved:
    """By customer what the difference between two days is; in each place at most one is not 0."""

    start: Cents
    new: Cents
    reactivation: Cents
    expansion: Cents
    contraction: Cents
    churn: Cents
    end: Cents


def movements(start: Cents, end: Cents, has_paid: Flags) -> Moved:
    """start + new + reactivation + expansion + contraction + churn = end, in each place: what goes
    down is negative. `has_paid`: who had paid before or on the first day."""
    zero = np.zeros_like(start)
    begins = (start == 0) & (end > 0)
    stays = (start > 0) & (end > 0)
    change = end - start
    return Moved(
        start=start,
        new=np.where(begins & ~has_paid, end, zero),
        reactivation=np.where(begins & has_paid, end, zero),
        expansion=np.where(stays & (change > 0), change, zero),
        contraction=np.where(stays & (change < 0), change, zero),
        churn=np.where((start > 0) & (end == 0), -start, zero),
        end=end,
    )
