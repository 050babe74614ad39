"""Which reviews are due, held or missed: computed from what the tier is promised, never written.

Meetings are counted: what one review keeps counts once, and so does what is open by the same day, for
the quarterly review of September is also its monthly one. What each cadence is promised by itself is
counted by tiers; both go by the same stretches. Plain Python."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from tenure.foundation.enums import Word
from tenure.programme.tiers import TierReview
from tenure.programme.words import Cadence
from tenure.tiering.rules.cadence import STANDS_FOR, Span, promised_stretches

DAY = timedelta(days=1)
FURTHEST = sorted(Cadence, key=lambda cadence: -STANDS_FOR[cadence])


class DueState(Word):
    DUE = "DUE"
    SCHEDULED = "SCHEDULED"
    HELD = "HELD"
    MISSED = "MISSED"


@dataclass(frozen=True)
class Meeting:
    """A review that was held or is scheduled: its kind and its day."""

    id: UUID
    kind: str
    day: date


@dataclass(frozen=True)
class Due:
    """A review that a customer is promised from the first to the last day. `also` are the nearer
    cadences that it stands for; `by` is the review that was held or is scheduled. It counts by the end
    of the nearest that it keeps: the quarterly review of October is the one that October was owed."""

    cadence: Cadence
    first: date
    last: date
    state: DueState
    also: tuple[Cadence, ...] = ()
    by: UUID | None = None
    nearest_last: date | None = None

    @property
    def counts_on(self) -> date:
        return self.nearest_last or self.last

    @property
    def is_settled(self) -> bool:
        return self.state in (DueState.HELD, DueState.MISSED)


def dues(
    promised: Sequence[TierReview],
    held: Sequence[Meeting],
    scheduled: Sequence[Meeting],
    span: Span,
) -> list[Due]:
    """One for each review that is promised, the earliest first."""
    by_day = sorted(held, key=lambda one: one.day), sorted(scheduled, key=lambda one: one.day)
    found = [
        _judged(Due(*stretch, DueState.DUE), *by_day, span.today)
        for stretch in promised_stretches(promised, span)
    ]
    met = [one for one in found if one.by]
    missing = [one for one in found if not one.by]
    return sorted(
        [*_of_one_meeting(met), *_of_one_day(missing)], key=lambda one: (one.last, one.first)
    )


def _judged(due: Due, held: Sequence[Meeting], scheduled: Sequence[Meeting], today: date) -> Due:
    if keeper := _first_within(due, held):
        return replace(due, state=DueState.HELD, by=keeper.id)
    if due.last < today:
        return replace(due, state=DueState.MISSED)
    if coming := _first_within(due, scheduled):
        return replace(due, state=DueState.SCHEDULED, by=coming.id)
    return due


def _first_within(due: Due, meetings: Iterable[Meeting]) -> Meeting | None:
    least = STANDS_FOR[due.cadence]
    return next(
        (one for one in meetings if due.first <= one.day <= due.last and STANDS_FOR[one.kind] >= least),
        None,
    )  # fmt: skip


def _of_one_meeting(met: Sequence[Due]) -> Iterator[Due]:
    groups: dict[UUID | None, list[Due]] = {}
    for due in met:
        groups.setdefault(due.by, []).append(due)
    for group in groups.values():
        furthest, *others = sorted(group, key=lambda one: FURTHEST.index(one.cadence))
        also, nearest = tuple(one.cadence for one in others), min(one.last for one in group)
        yield replace(furthest, also=also, nearest_last=nearest)


def _of_one_day(missing: Sequence[Due]) -> Iterator[Due]:
    """The last month of a quarter is open with its quarter, the last week of a month with its month."""
    far_first = sorted(missing, key=lambda one: (FURTHEST.index(one.cadence), one.first))
    taken: set[int] = set()
    for place, due in enumerate(far_first):
        if place in taken:
            continue
        nearer = [
            other
            for other, one in enumerate(far_first)
            if other > place and other not in taken and _ends_with(one, due)
        ]
        taken.update(nearer)
        yield replace(due, also=tuple(far_first[other].cadence for other in nearer))


def _ends_with(one: Due, due: Due) -> bool:
    """Whether it is the last of its cadence that ends within the other, and as open as that."""
    length = (one.last - one.first + DAY) if one.cadence in (Cadence.WEEKLY, Cadence.DAILY) else DAY
    is_last = due.first <= one.first and one.last <= due.last < one.last + length
    return is_last and one.cadence != due.cadence and one.state == due.state
