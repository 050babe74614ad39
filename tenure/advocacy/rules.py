"""When somebody may be asked, and how well a reference fits. Plain Python."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from tenure.advocacy.words import AdvocacyStatus
from tenure.programme.advocacy import Fit, Limits

OPEN = (AdvocacyStatus.REQUESTED, AdvocacyStatus.IN_PROGRESS)
NEXT: dict[AdvocacyStatus, tuple[AdvocacyStatus, ...]] = {
    AdvocacyStatus.PENDING: (AdvocacyStatus.REQUESTED, AdvocacyStatus.CANCELLED),
    AdvocacyStatus.REQUESTED: (
        AdvocacyStatus.IN_PROGRESS, AdvocacyStatus.DECLINED, AdvocacyStatus.CANCELLED,
    ),
    AdvocacyStatus.IN_PROGRESS: (
        AdvocacyStatus.COMPLETED, AdvocacyStatus.DECLINED, AdvocacyStatus.CANCELLED,
    ),
}  # fmt: skip
"""What can follow on what; what ended stays as it is."""


@dataclass(frozen=True)
class Ask:
    """A favour that somebody of a customer was asked for; no contact: the customer as a whole."""

    contact: UUID | None
    asked_on: date
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
        rests = timedelta(days=limits.rest_after_ask)
        yield Rest(one.asked_on + rests, f"Asked on {_said(one.asked_on)}.")
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
    ends = (begins + timedelta(days=95)).replace(day=1)
    often = sum(begins <= one.asked_on <= day for one in own)
    of_all = sum(begins <= one.asked_on <= day for one in asks)
    if not is_customer and often >= limits.asks_a_quarter:
        yield Rest(ends, f"Asked {often} times this quarter; {limits.asks_a_quarter} are the limit.")
    if of_all >= limits.asks_a_quarter_of_customer:
        most = limits.asks_a_quarter_of_customer
        yield Rest(ends, f"Its people were asked {of_all} times this quarter; {most} are the limit.")


def _said(day: date) -> str:
    return f"{day:%-d %B %Y}"


@dataclass(frozen=True)
class Wanted:
    """What a reference is looked for; what is empty does not count."""

    industry: str = ""
    tier: str = ""
    use_case: str = ""


@dataclass(frozen=True)
class Known:
    """What is known of a customer that could be one. `lowest`: its lowest score of late."""

    industry: str
    tier: str
    words: str
    score: int
    lowest: int
    asked_on: date | None


@dataclass(frozen=True)
class Line:
    """Points for one thing, of how many, and why."""

    about: str
    points: float
    of: int
    says: str


def fit(wanted: Wanted, known: Known, day: date, told: Fit, tiers: Sequence[str]) -> list[Line]:
    """A line for each thing that was asked for, and for health and rest, which always count."""
    lines = []
    if wanted.industry:
        same = wanted.industry.lower() == known.industry.lower()
        lines.append(Line("Industry", told.industry * same, told.industry, known.industry or "unknown"))
    if wanted.tier:
        apart = abs(tiers.index(wanted.tier) - tiers.index(known.tier))
        share = {0: 1.0, 1: 0.5}.get(apart, 0.0)
        says = ("the same", "next to it")[apart] if apart < 2 else "far from it"
        lines.append(Line("Tier", told.tier * share, told.tier, says))
    if wanted.use_case:
        asked = set(wanted.use_case.lower().split())
        met = sorted(word for word in asked if word in known.words.lower())
        says = f"has {', '.join(met)}" if met else "nothing of it is known"
        lines.append(Line("Use case", told.use_case * len(met) / len(asked), told.use_case, says))
    lines.append(_healthy(known, told))
    lines.append(_rested(known, day, told))
    return lines


def _healthy(known: Known, told: Fit) -> Line:
    """From nothing at the least score to all at 100, by the lowest score of late."""
    lowest = min(known.lowest, known.score)
    share = max(0.0, (lowest - told.healthy_from) / (100 - told.healthy_from))
    says = f"{known.score} now, {lowest} at its lowest in 90 days"
    return Line("Health", told.health * share, told.health, says)


def _rested(known: Known, day: date, told: Fit) -> Line:
    if known.asked_on is None:
        return Line("Rested", told.rested, told.rested, "never asked")
    days = (day - known.asked_on).days
    share = min(1.0, max(0.0, days / told.rested_days))
    return Line("Rested", told.rested * share, told.rested, f"asked {days} days ago")


def percent(lines: Sequence[Line]) -> float:
    """The points over those that could be had."""
    return 100 * sum(line.points for line in lines) / sum(line.of for line in lines)
