"""What the signs of a customer come to. Plain Python, to be read aloud.

Only active customers in good health are looked at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from tenure.expansion import worth
from tenure.expansion.signs import Evidence, Standing, next_tier
from tenure.expansion.words import Sign
from tenure.programme.expansion import Expansion
from tenure.programme.tiers import Tiers
from tenure.programme.words import HealthLevel, Tier

CENT = Decimal("0.01")


@dataclass(frozen=True)
class Found:
    potential_tier: Tier
    evidence: tuple[Evidence, ...]
    additional_revenue: Decimal
    reckoned: str
    probability: float
    suggestions: tuple[str, ...]

    @property
    def reason(self) -> str:
        told = "; ".join(one.says for one in self.evidence)
        return f"{told[0].upper()}{told[1:]}."


def opportunity(
    standing: Standing, evidence: Sequence[Evidence], tiers: Tiers, told: Expansion
) -> Found | None:
    """What the evidence comes to; None when nothing speaks for it."""
    if not evidence:
        return None
    signs = {one.sign: one for one in evidence}
    above = next_tier(standing.tier)
    steps_up = above != standing.tier and (Sign.TIER_NEAR in signs or Sign.LIMITS_NEAR in signs)
    gain, reckoned = _worth(standing, signs, above if steps_up else None, tiers, told)
    return Found(
        potential_tier=above if steps_up else standing.tier,
        evidence=tuple(evidence),
        additional_revenue=max(gain, Decimal(0)).quantize(CENT),
        reckoned=reckoned,
        probability=_probability(standing, signs, told),
        suggestions=tuple(
            words.format(tier=above.label) for one in evidence if (words := told.suggests(one.sign))
        ),
    )


def _worth(
    standing: Standing, signs: Mapping[Sign, Evidence], above: Tier | None, tiers: Tiers,
    told: Expansion,
) -> tuple[Decimal, str]:  # fmt: skip
    """The step to the next tier where one is near; else the seats that are missing; else the usual."""
    if above:
        least = tiers.promise(above).least_annual_value
        if least > standing.annual_value:
            return worth.step_up(standing.annual_value, least, above.label, standing.currency)
    full = signs.get(Sign.SEATS_FULL)
    if full and full.users and standing.seats:
        seats = worth.more_seats(
            standing.annual_value, standing.seats, full.users, told, standing.currency
        )
        if seats:
            return seats
    return worth.usual(standing.annual_value, told, standing.currency)


def is_worth_keeping(evidence: Sequence[Evidence], standing: Standing, told: Expansion) -> bool:
    """A word of the CSM alone counts from the programme's probability on."""
    if any(one.sign != Sign.STATED for one in evidence):
        return True
    return (standing.stated_probability or 0) > told.signs.stated_over


def _probability(standing: Standing, signs: Mapping[Sign, Evidence], told: Expansion) -> float:
    """What the CSM states; else the least, more for each sign and for excellent health."""
    if standing.stated_probability is not None:
        return standing.stated_probability
    count = len(signs) + (standing.level == HealthLevel.EXCELLENT)
    return round(min(told.chances.least + told.chances.each_sign * count, told.chances.most), 3)


def told(found: Found) -> list[dict[str, str]]:
    return [{"sign": one.sign.value, "says": one.says} for one in found.evidence]


def figures(found: Found) -> dict[str, Any]:
    return {
        "potential_tier": found.potential_tier.value,
        "estimated_revenue": found.additional_revenue,
        "reckoned": found.reckoned,
        "probability_ratio": Decimal(str(round(found.probability, 3))),
        "suggestions": list(found.suggestions),
    }
