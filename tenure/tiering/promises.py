"""Promises of tiers to customers beside what was done: reviews, touchpoints, onboarding."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from tenure.programme.tiers import Tiers
from tenure.tiering.rules.cadence import Span, Stretch, kept_reviews
from tenure.tiering.rules.kept import Line, Standing
from tenure.tiering.rules.months import months_between, plus_months
from tenure.tiering.words import Keeping, Promise

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Window:
    """The days that are looked at, and the first day of which anything is known."""

    since: date
    today: date
    known_since: date | None


def review_lines(
    customers: Iterable[Standing],
    held: Mapping[UUID, Sequence[tuple[str, date]]],
    tiers: Tiers,
    window: Window,
) -> Iterator[Line]:
    """A line for each stretch with a promised review, from the first review that anybody held on."""
    if window.known_since is None:
        return
    for one in customers:
        span = Span(
            one.begins, max(window.since, one.since), one.left_on - DAY if one.left_on else date.max,
            window.known_since, window.today,
        )  # fmt: skip
        found = kept_reviews(tiers.promise(one.tier).reviews, held.get(one.id, ()), span)
        yield from (_of_stretch(one, stretch) for stretch in found)


def _of_stretch(one: Standing, stretch: Stretch) -> Line:
    words = {"MONTHLY": f"{stretch.first:%B %Y}", "ANNUAL": f"{stretch.first:%Y}"}
    quarter = f"{(stretch.first.month + 2) // 3}. quarter of {stretch.first:%Y}"
    about = words.get(stretch.cadence) or (
        quarter if stretch.cadence == "QUARTERLY" else f"Week of {stretch.first:%-d %B %Y}"
    )
    actual = "held" if stretch.keeping == Keeping.KEPT else ""
    return Line(
        Promise.REVIEWS, stretch.cadence.label, one.id, one.tier, stretch.keeping, about,
        stretch.last, "one", actual,
    )  # fmt: skip


def touchpoint_lines(
    customers: Iterable[Standing],
    held: Mapping[UUID, Mapping[date, int]],
    tiers: Tiers,
    window: Window,
) -> Iterator[Line]:
    """A line for each month of which touchpoints are known, the running one included."""
    if window.known_since is None:
        return
    for one in customers:
        promised = tiers.promise(one.tier).touchpoints_a_month
        if promised is None:
            continue
        first = max(window.since, one.since, window.known_since)
        last = one.left_on - DAY if one.left_on else _end_of_month(window.today)
        for month in months_between(first, last):
            count = held.get(one.id, {}).get(month, 0)
            end = _end_of_month(month)
            late = Keeping.MISSED if end < window.today else Keeping.RUNNING
            yield Line(
                Promise.TOUCHPOINTS, "A month", one.id, one.tier,
                Keeping.KEPT if count >= promised else late, f"{month:%B %Y}", end,
                str(promised), str(count),
            )  # fmt: skip


def onboarding_lines(customers: Iterable[Standing], tiers: Tiers, window: Window) -> Iterator[Line]:
    """A line for each customer that went live since, or is on its way: that is what is promised in so
    many days. The reviews that follow show what it brought."""
    for one in customers:
        days, start, end = (
            tiers.promise(one.tier).onboarding_days, one.onboarding_starts_on, one.live_on,
        )  # fmt: skip
        if days is None or start is None or (end and end < window.since):
            continue
        due = start + timedelta(days=days)
        if end is None and one.left_on:
            continue
        late = Keeping.RUNNING if window.today <= due else Keeping.BREACHED
        done = Keeping.KEPT if end and end <= due else Keeping.MISSED
        took = ((end or window.today) - start).days
        yield Line(
            Promise.ONBOARDING, "In days", one.id, one.tier, done if end else late,
            f"Since {start:%-d %B %Y}", due, f"{days} days", f"{took} days",
        )  # fmt: skip


def _end_of_month(day: date) -> date:
    return plus_months(day.replace(day=1), 1) - DAY
