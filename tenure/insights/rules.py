"""Who might buy more: the signals, and what they come to. Plain Python, to be read aloud.

The signals are those of the programme: a contract close to the next tier, a product in full use by
people who like it, and what the CSM states. Only active customers in good health are looked at.
"""

from dataclasses import dataclass
from decimal import Decimal

from tenure.programme.tiers import Tiers
from tenure.programme.words import HealthLevel, Tier

CLOSE_RATIO = Decimal("0.8")  # of the next tier's least annual value
FULL_USE_PERCENT = 80
FOND_NPS = 50
USUAL_GROWTH = Decimal("0.2")  # of a year's value, where no tier is near
BASE_PROBABILITY = 0.3
MOST_PROBABILITY = 0.9


@dataclass(frozen=True)
class Standing:
    """What is known of a customer that might buy more. None is unknown."""

    tier: Tier
    level: HealthLevel
    annual_value: Decimal
    adoption_percent: Decimal | None
    nps: int | None
    stated_probability: float | None


@dataclass(frozen=True)
class Opportunity:
    potential_tier: Tier
    reason: str
    additional_revenue: Decimal
    probability: float
    actions: tuple[str, ...]


def next_tier(tier: Tier) -> Tier:
    """The tier above; the highest has none above it and stays."""
    order = list(Tier)
    return order[max(order.index(tier) - 1, 0)]


def opportunity(standing: Standing, tiers: Tiers) -> Opportunity | None:
    """What a customer's standing comes to; None when nothing speaks for it."""
    above = next_tier(standing.tier)
    least = tiers.promise(above).least_annual_value
    is_close = above != standing.tier and standing.annual_value >= least * CLOSE_RATIO
    is_full = (standing.adoption_percent or 0) >= FULL_USE_PERCENT and (
        standing.nps is not None and standing.nps >= FOND_NPS
    )
    signs = _signs(standing, above if is_close else None, least, is_full)
    if not signs:
        return None
    gain = least - standing.annual_value if is_close else standing.annual_value * USUAL_GROWTH
    return Opportunity(
        potential_tier=above if is_close else standing.tier,
        reason=sentence([reason for reason, _ in signs]),
        additional_revenue=max(gain, Decimal(0)).quantize(Decimal("0.01")),
        probability=_probability(standing, is_close, is_full),
        actions=tuple(action for _, action in signs),
    )


def _signs(
    standing: Standing, above: Tier | None, least: Decimal, is_full: bool
) -> list[tuple[str, str]]:
    """What speaks for it, each with what to do."""
    signs = []
    if above:
        pays = f"pays {standing.annual_value:,.0f} a year"
        signs.append(
            (f"{pays}; {above.label} begins at {least:,.0f}", f"Offer the terms of {above.label}")
        )
    if is_full:
        uses = f"uses {standing.adoption_percent:.0f}% of it and rates it NPS {standing.nps}"
        signs.append((uses, "Show what a larger team would gain"))
    if standing.stated_probability is not None:
        expects = f"its CSM expects it with {standing.stated_probability:.0%}"
        signs.append((expects, "Agree on the next step with the sponsor"))
    return signs


def sentence(parts: list[str]) -> str:
    told = "; ".join(parts)
    return f"{told[0].upper()}{told[1:]}."


def _probability(standing: Standing, is_close: bool, is_full: bool) -> float:
    """What the CSM states; else a third, more for each thing that speaks for it."""
    if standing.stated_probability is not None:
        return standing.stated_probability
    signs = is_close + is_full + (standing.level == HealthLevel.EXCELLENT)
    return min(BASE_PROBABILITY + 0.2 * signs, MOST_PROBABILITY)
