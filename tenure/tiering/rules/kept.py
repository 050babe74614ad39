"""Promises, kept or not: one line each, and what many lines come to. Plain Python."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from tenure.programme.words import Tier
from tenure.tiering.words import Keeping, Promise


@dataclass(frozen=True)
class Standing:
    """A customer as promises see it. `since` is the day from which on it is in its tier; `live_on`
    that on which it began to work with the product, where onboarding has begun."""

    id: UUID
    name: str
    tier: Tier
    begins: date
    since: date
    left_on: date | None
    onboarding_starts_on: date | None
    live_on: date | None


@dataclass(frozen=True)
class Line:
    """One promise: a ticket's first response, a month's touchpoints, a quarter's review.

    `part` tells lines of a promise apart that are promised differently: a priority, a cadence."""

    promise: Promise
    part: str
    customer: UUID
    tier: Tier
    keeping: Keeping
    about: str
    due: date | datetime | None
    promised: str
    actual: str


@dataclass
class Count:
    """How many promises were kept. What is open but late is missed; what is under way is neither."""

    kept: int = 0
    missed: int = 0
    running: int = 0
    unknown: int = 0

    def add(self, keeping: Keeping) -> None:
        match keeping:
            case Keeping.KEPT:
                self.kept += 1
            case Keeping.MISSED | Keeping.BREACHED:
                self.missed += 1
            case Keeping.RUNNING:
                self.running += 1
            case Keeping.UNKNOWN:
                self.unknown += 1

    @property
    def due(self) -> int:
        return self.kept + self.missed

    @property
    def ratio(self) -> float | None:
        """The share that was kept; unknown while nothing was due."""
        return self.kept / self.due if self.due else None


type Counts = dict[tuple[Tier, Promise, str], Count]


def counted(lines: Iterable[Line]) -> Counts:
    counts: Counts = defaultdict(Count)
    for line in lines:
        counts[line.tier, line.promise, line.part].add(line.keeping)
    return dict(counts)


def of_promise(counts: Counts, promise: Promise, tier: Tier | None = None) -> Count:
    """All parts of a promise together; of all tiers unless one is named."""
    total = Count()
    for (of, which, _), count in counts.items():
        if which == promise and tier in (None, of):
            total.kept += count.kept
            total.missed += count.missed
            total.running += count.running
            total.unknown += count.unknown
    return total
