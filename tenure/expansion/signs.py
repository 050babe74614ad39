"""The signs that a customer might buy more, read from what is known of it. Plain Python.

What is unknown is no sign."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tenure.expansion.words import Sign
from tenure.programme.expansion import Expansion
from tenure.programme.tiers import Tiers
from tenure.programme.words import HealthLevel, Tier


@dataclass(frozen=True)
class Month:
    """What was used in a whole month: of each limit of the tier, and by how many people at most a day."""

    limits: Mapping[str, float | None]
    users: int | None


@dataclass(frozen=True)
class Standing:
    """What is known of a customer that might buy more. None is unknown; months run from old to new."""

    tier: Tier
    level: HealthLevel
    annual_value: Decimal
    adoption_percent: Decimal | None = None
    nps: int | None = None
    stated_probability: float | None = None
    seats: int | None = None
    months: Sequence[Month] = ()
    currency: str = ""
    """What stands before money in words: “$”."""


@dataclass(frozen=True)
class Evidence:
    """A sign with what shows it; `users` is what seats are sized by."""

    sign: Sign
    says: str
    users: int | None = None


def next_tier(tier: Tier) -> Tier:
    """The tier above; the highest has none above it and stays."""
    order = list(Tier)
    return order[max(order.index(tier) - 1, 0)]


def evidence_of(standing: Standing, tiers: Tiers, told: Expansion) -> list[Evidence]:
    """What speaks for it, in the order of the signs."""
    found = (
        _tier_near(standing, tiers, told),
        _limits_near(standing, tiers, told),
        _seats_full(standing, told),
        _content(standing, told),
        _stated(standing),
    )
    return [one for one in found if one]


def _tier_near(standing: Standing, tiers: Tiers, told: Expansion) -> Evidence | None:
    above = next_tier(standing.tier)
    least = tiers.promise(above).least_annual_value
    near = least * Decimal(str(told.signs.near_tier_percent)) / 100
    if above == standing.tier or standing.annual_value < near:
        return None
    sign = standing.currency
    pays = f"pays {sign}{standing.annual_value:,.0f} a year; {above.label} begins at {sign}{least:,.0f}"
    return Evidence(Sign.TIER_NEAR, pays)


def _limits_near(standing: Standing, tiers: Tiers, told: Expansion) -> Evidence | None:
    if len(standing.months) < told.signs.months or next_tier(standing.tier) == standing.tier:
        return None
    months = standing.months[-told.signs.months :]
    for name, limit in tiers.promise(standing.tier).limits.items():
        used = [month.limits.get(name) for month in months]
        if all(
            one is not None and 100 * one >= told.signs.near_limit_percent * limit for one in used
        ):
            words = (
                f"used {used[-1]:,.0f} of {limit:,.0f} {name.replace('_', ' ')} in the last month"
            )
            return Evidence(Sign.LIMITS_NEAR, words)
    return None


def _seats_full(standing: Standing, told: Expansion) -> Evidence | None:
    months = standing.months[-told.signs.months :]
    users = [month.users for month in months]
    known = [one for one in users if one is not None]
    if not standing.seats or len(known) < told.signs.months:
        return None
    if any(100 * one <= told.signs.seats_over_percent * standing.seats for one in known):
        return None
    words = f"{known[-1]} of {standing.seats} seats were in use, {len(known)} months running"
    return Evidence(Sign.SEATS_FULL, words, users=max(known))


def _content(standing: Standing, told: Expansion) -> Evidence | None:
    used, nps = standing.adoption_percent, standing.nps
    if used is None or nps is None or used < told.signs.used_percent or nps < told.signs.nps:
        return None
    return Evidence(Sign.CONTENT, f"uses {used:.0f}% of it and rates it NPS {nps}")


def _stated(standing: Standing) -> Evidence | None:
    if standing.stated_probability is None:
        return None
    return Evidence(Sign.STATED, f"its CSM expects it with {standing.stated_probability:.0%}")
