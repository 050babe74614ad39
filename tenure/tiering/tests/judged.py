"""A Small business and what is judged of it, worked by hand from the programme's figures: 5,000 to
24,999 a year, 10 agents, 5,000 leads a month, 10 GB, 30 days of notice. Trial has room for 3 agents."""

from datetime import date
from decimal import Decimal

from tenure.programme.in_force import tiers
from tenure.programme.words import Tier
from tenure.tiering.rules.months import Month
from tenure.tiering.rules.moving import Facts, judge
from tests.moments import TODAY

SEPTEMBER, OCTOBER = date(2026, 9, 1), date(2026, 10, 1)


def facts(september=None, october=None, **told):
    """A Small business with room in its limits, unless told otherwise."""
    usual = {
        "tier": Tier.SMALL_BUSINESS, "value": Decimal(12_000), "renews_on": date(2027, 3, 1),
        "months": [Month(SEPTEMBER, september or {}), Month(OCTOBER, october or {})],
    }  # fmt: skip
    whole = usual | told
    return Facts(**({"value_at_renewal": whole["value"]} | whole))


def judged(day=TODAY, **told):
    return judge(facts(**told), tiers(), day)
