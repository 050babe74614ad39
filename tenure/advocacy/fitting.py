"""How well a reference fits: points for each thing that is wanted. Plain Python."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tenure.programme.advocacy import Fit


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
        lines.append(
            Line("Industry", told.industry * same, told.industry, known.industry or "unknown")
        )
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
