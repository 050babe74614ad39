"""What can follow on what, and when somebody may be asked again. Plain Python."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from tenure.advocacy.words import AdvocacyStatus
from tenure.programme.advocacy import Limits

OPEN = (AdvocacyStatus.REQUESTED, AdvocacyStatus.IN_PROGRESS)
NEXT: dict[AdvocacyStatus, tuple[AdvocacyStatus, ...]] = {
    AdvocacyStatus.PENDING: (
        AdvocacyStatus.REQUESTED, AdvocacyStatus.IN_PROGRESS, AdvocacyStatus.CANCELLED,
    ),
    AdvocacyStatus.REQUESTED: (
        AdvocacyStatus.IN_PROGRESS, AdvocacyStatus.DECLINED, AdvocacyStatus.CANCELLED,
    ),
    AdvocacyStatus.IN_PROGRESS: (
        AdvocacyStatus.COMPLETED, AdvocacyStatus.DECLINED, AdvocacyStatus.CANCELLED,
    ),
}  # fmt: skip
"""What can follow on what; what ended stays as it is. Who offers a favour was never asked for it."""


@dataclass(frozen=True)
class Ask:
    """A favour of somebody of a customer; no contact: the customer as a whole. `asked_on`: None where
    they offered it, or nobody knows."""

    contact: UUID | None
    asked_on: date | None
    status: AdvocacyStatus
    ended_on: date | None = None


@dataclass(frozen=True)
class Rest:
    """Why somebody is not asked now, and from which day on again."""

    until: date
    says: str


def rest(asks: Sequence[Ask], contact: UUID | None, day: date, limits: Limits) -> Rest | None:
    """What speaks longest against asking this person, or the customer as a whole; None: ask."""
    own = [one for one in asks if contact is None or one.contact in (None, contact)]
    found = [*_cooling(own, limits), *_counted(own, asks, day, limits, contact is None)]
    held = [one for one in found if one.until > day]
    return max(held, key=lambda one: one.until, default=None)


def _cooling(own: Iterable[Ask], limits: Limits) -> Iterable[Rest]:
    for one in own:
        if one.asked_on:
            until = one.asked_on + timedelta(days=limits.rest_after_ask)
            yield Rest(until, f"Asked on {_said(one.asked_on)}.")
        if one.ended_on and one.status == AdvocacyStatus.COMPLETED:
            until = one.ended_on + timedelta(days=limits.rest_after_favour)
            yield Rest(until, f"Did a favour on {_said(one.ended_on)}.")
        if one.ended_on and one.status == AdvocacyStatus.DECLINED:
            until = one.ended_on + timedelta(days=limits.rest_after_refusal)
            yield Rest(until, f"Declined on {_said(one.ended_on)}.")


def _counted(
    own: Sequence[Ask], asks: Sequence[Ask], day: date, limits: Limits, is_customer: bool
) -> Iterable[Rest]:
    begins = day.replace(month=3 * ((day.month - 1) // 3) + 1, day=1)
    ends = next_quarter(begins)
    often = sum(one.asked_on is not None and begins <= one.asked_on <= day for one in own)
    of_all = sum(one.asked_on is not None and begins <= one.asked_on <= day for one in asks)
    if not is_customer and often >= limits.asks_a_quarter:
        yield Rest(
            ends, f"Asked {often} times this quarter; {limits.asks_a_quarter} are the limit."
        )
    if of_all >= limits.asks_a_quarter_of_customer:
        most = limits.asks_a_quarter_of_customer
        yield Rest(
            ends, f"Its people were asked {of_all} times this quarter; {most} are the limit."
        )


def next_quarter(day: date) -> date:
    """The first day of the quarter after that of `day`."""
    month = 3 * ((day.month - 1) // 3) + 4
    return date(day.year + month // 13, (month - 1) % 12 + 1, 1)


def _said(day: date) -> str:
    return f"{day:%-d %B %Y}"
