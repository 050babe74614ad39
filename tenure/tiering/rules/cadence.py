"""Reviews that a tier is promised, stretch by stretch, and whether one was held in each. Plain Python."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tenure.programme.tiers import TierReview
from tenure.programme.words import Cadence
from tenure.tiering.rules.months import period_of, plus_months
from tenure.tiering.words import Keeping

DAY = timedelta(days=1)
MONTHS = {Cadence.MONTHLY: 1, Cadence.QUARTERLY: 3, Cadence.ANNUAL: 12}
# A review that looks further also does for a nearer one that falls into the same stretch.
STANDS_FOR = {
    "DAILY": 0, "WEEKLY": 1, "MONTHLY": 2, "QUARTERLY": 3, "EXECUTIVE": 3, "ANNUAL": 4, "STRATEGIC": 4,
}  # fmt: skip


@dataclass(frozen=True)
class Stretch:
    """A week, month, quarter or year in which a review of this cadence is promised."""

    cadence: Cadence
    first: date
    last: date
    keeping: Keeping


def stretches(cadence: Cadence, first: date, last: date) -> Iterator[tuple[date, date]]:
    """The stretches of the calendar that begin within the days, and when each ends."""
    if cadence in MONTHS:
        count = MONTHS[cadence]
        start = period_of(first, count)
        while start <= last:
            after = plus_months(start, count)
            if start >= first:
                yield start, after - DAY
            start = after
        return
    step = 7 if cadence == Cadence.WEEKLY else 1
    start = first + DAY * (-first.weekday() % 7 if step == 7 else 0)
    while start <= last:
        yield start, start + DAY * (step - 1)
        start += DAY * step


@dataclass(frozen=True)
class Span:
    """From when on a customer is promised reviews, and until when: `begins` as a customer, `since` in its
    tier or in what is looked at. What ended before `known_since` is unknown: nobody wrote reviews down."""

    begins: date
    since: date
    until: date
    known_since: date
    today: date


def promised_stretches(
    promised: Sequence[TierReview], span: Span
) -> Iterator[tuple[Cadence, date, date]]:
    """Each stretch with a promised review that has begun and lies wholly within the time: one that the
    customer leaves in, or that the promise ends in, is owed nothing."""
    for review in promised:
        last = span.until
        if review.first_days is not None:
            last = min(last, span.begins + DAY * (review.first_days - 1))
        first = max(span.since, span.begins)
        for start, end in stretches(review.cadence, first, min(last, span.today)):
            is_known = start >= span.known_since or end >= span.today
            if end <= last and is_known:
                yield review.cadence, start, end


def kept_reviews(
    promised: Sequence[TierReview], held: Sequence[tuple[str, date]], span: Span
) -> list[Stretch]:
    """Each promised stretch by itself: a review may keep those of several cadences. What was held is
    given by kind and day; a stretch is under way until it ends."""
    told = []
    for cadence, start, end in promised_stretches(promised, span):
        is_held = any(
            start <= day <= end and STANDS_FOR[kind] >= STANDS_FOR[cadence] for kind, day in held
        )
        word = Keeping.MISSED if end < span.today else Keeping.RUNNING
        told.append(Stretch(cadence, start, end, Keeping.KEPT if is_held else word))
    return told
