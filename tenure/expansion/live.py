"""Who might buy more at this moment, as the API says it."""

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection

from tenure.expansion.rules import opportunity
from tenure.expansion.signs import Evidence, Standing, evidence_of
from tenure.expansion.words import BY_MONTH, Sign
from tenure.foundation.web.templatetags.saying import currency
from tenure.programme.in_force import programme
from tenure.programme.whole import Programme
from tenure.programme.words import HealthLevel, Tier

CANDIDATES = """
with found as (
    select customer_id from customers_currenthealth
    where status = 'ACTIVE' and level in ('GOOD', 'EXCELLENT') and tier = 'TRIAL'
        and annual_value >= %(small)s
    union select customer_id from customers_currenthealth
    where status = 'ACTIVE' and level in ('GOOD', 'EXCELLENT') and tier = 'SMALL_BUSINESS'
        and annual_value >= %(mid)s
    union select customer_id from customers_currenthealth
    where status = 'ACTIVE' and level in ('GOOD', 'EXCELLENT') and tier = 'MID_MARKET'
        and annual_value >= %(large)s
    union select customer_id from customers_currenthealth
    where status = 'ACTIVE' and level in ('GOOD', 'EXCELLENT')
        and adoption_percent >= %(used)s and latest_nps >= %(nps)s
    union select customer_id from customers_successprofile
    where expansion_probability_ratio is not null
    union select customer_id from expansion_opportunity where state in ('FOUND', 'PURSUED')
)
select c.id, c.name, h.tier, h.level, h.annual_value, h.adoption_percent, h.latest_nps,
    p.expansion_probability_ratio, o.evidence, o.id,
    (select max(reviewed_at) from reviews_businessreview b where b.customer_id = c.id)
from found
join customers_currenthealth h using (customer_id)
join customers_customer c on c.id = h.customer_id
join customers_successprofile p on p.customer_id = h.customer_id
left join expansion_opportunity o on o.customer_id = h.customer_id and o.state in ('FOUND', 'PURSUED')
where h.status = 'ACTIVE' and h.level in ('GOOD', 'EXCELLENT')
    and (%(csm)s::uuid is null or p.csm_id = %(csm)s)
"""


def opportunities(csm_id: UUID | None = None) -> list[dict[str, Any]]:
    """By customer what speaks for more, the likeliest and largest first. What changes by the month was
    looked at in the night and is taken from there; the rest is as it is now."""
    made = programme()
    with connection.cursor() as cursor:
        cursor.execute(CANDIDATES, _bounds(made) | {"csm": csm_id})
        found = [_told(made, *row) for row in cursor.fetchall()]
    known = [told for told in found if told]
    return sorted(
        known,
        key=lambda o: (-o["probability"], -o["estimatedAdditionalRevenue"], str(o["customerId"])),
    )


def _bounds(made: Programme) -> dict[str, Any]:
    signs = made.expansion.signs
    ratio = Decimal(str(signs.near_tier_percent)) / 100
    least = {tier: made.tiers.promise(tier).least_annual_value * ratio for tier in Tier}
    return {
        "small": least[Tier.SMALL_BUSINESS],
        "mid": least[Tier.MID_MARKET],
        "large": least[Tier.ENTERPRISE],
        "used": signs.used_percent,
        "nps": signs.nps,
    }


def _told(
    made: Programme, customer_id: UUID, name: str, tier: str, level: str, value: Any, adoption: Any,
    nps: Any, stated: Any, kept: str | None, open_id: UUID | None,
    reviewed_at: Any,
) -> dict[str, Any] | None:  # fmt: skip
    standing = Standing(
        Tier(tier), HealthLevel(level), value, adoption, nps,
        None if stated is None else float(stated), currency=currency(),
    )  # fmt: skip
    evidence = [*evidence_of(standing, made.tiers, made.expansion), *_by_month(kept)]
    found = opportunity(standing, evidence, made.tiers, made.expansion)
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
        "suggestedActions": list(found.suggestions),
        "lastReviewed": reviewed_at,
        "opportunityId": open_id,
    }


def _by_month(kept: str | None) -> Sequence[Evidence]:
    told = json.loads(kept) if kept else []
    return [Evidence(Sign(one["sign"]), one["says"]) for one in told if one["sign"] in BY_MONTH]
