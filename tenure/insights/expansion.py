"""Finding who might buy more."""

from typing import Any
from uuid import UUID

from django.db import connection

from tenure.insights import rules
from tenure.insights.queries import CANDIDATES
from tenure.programme.in_force import tiers
from tenure.programme.words import HealthLevel, Tier


def opportunities(csm_id: UUID | None = None) -> list[dict[str, Any]]:
    """By customer what speaks for more, the likeliest and largest first, as the API says it."""
    with connection.cursor() as cursor:
        cursor.execute(CANDIDATES, _bounds() | {"csm": csm_id})
        found = [_told(*row) for row in cursor.fetchall()]
    known = [told for told in found if told]
    return sorted(
        known,
        key=lambda o: (-o["probability"], -o["estimatedAdditionalRevenue"], str(o["customerId"])),
    )


def _bounds() -> dict[str, Any]:
    least = {tier: tiers().promise(tier).least_annual_value * rules.CLOSE_RATIO for tier in Tier}
    return {
        "small": least[Tier.SMALL_BUSINESS],
        "mid": least[Tier.MID_MARKET],
        "large": least[Tier.ENTERPRISE],
        "full": rules.FULL_USE_PERCENT,
        "fond": rules.FOND_NPS,
    }


def _told(
    customer_id: UUID, name: str, tier: str, level: str, value: Any, adoption: Any, nps: Any,
    stated: Any, reviewed_at: Any,
) -> dict[str, Any] | None:  # fmt: skip
    standing = rules.Standing(
        Tier(tier), HealthLevel(level), value, adoption, nps,
        None if stated is None else float(stated),
    )  # fmt: skip
    found = rules.opportunity(standing, tiers())
    if found is None:
        return None
    return {
        "customerId": customer_id,
        "customerName": name,
        "currentTier": tier,
        "potentialTier": found.potential_tier.value,
        "reason": found.reason,
        "estimatedAdditionalRevenue": float(found.additional_revenue),
        "probability": round(found.probability, 3),
        "suggestedActions": list(found.actions),
        "lastReviewed": reviewed_at,
    }
