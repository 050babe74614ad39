"""What leads a customer up, and what is written down of those who stay: every rule at its edge."""

from decimal import Decimal

import pytest

from tenure.programme.in_force import tiers
from tenure.programme.words import Tier
from tenure.tiering.rules.moving import over_months
from tenure.tiering.tests.judged import facts, judged
from tenure.tiering.words import Cause, Direction


@pytest.mark.parametrize(
    ("september", "october", "to"),
    [
        ({"agents": 11}, {"agents": 11}, Tier.MID_MARKET),
        ({"agents": 10}, {"agents": 10}, None),  # at the limit is not over it
        ({"agents": 11}, {"agents": 10}, None),  # one month only, and it is over
        ({"agents": 10}, {"agents": 11}, None),  # one month only, so far
        ({"agents": 11}, {"agents": None}, None),  # unknown is not over
        ({}, {"agents": 11}, None),
        ({"agents": 11}, {"leads_a_month": 5_001}, Tier.MID_MARKET),  # over, whatever the limit
        ({"storage_gb": 10.5}, {"storage_gb": 10.1}, Tier.MID_MARKET),
        ({"agents": 101}, {"agents": 120}, Tier.ENTERPRISE),  # Mid-market has no room either
        ({"agents": 101}, {"agents": 100}, Tier.MID_MARKET),
        ({"anything": 1e9}, {"anything": 1e9}, None),  # nobody limits it
    ],
)
def test_two_months_running_over_a_limit_lead_up(september, october, to):
    verdict = judged(september=september, october=october)

    assert verdict.to == to
    if to:
        assert (verdict.direction, verdict.cause) == (Direction.UP, Cause.LIMITS)


@pytest.mark.parametrize(
    ("value", "to"),
    [(24_999, None), (25_000, Tier.MID_MARKET), (99_999, Tier.MID_MARKET), (100_000, Tier.ENTERPRISE)],
)  # fmt: skip
def test_the_value_of_a_higher_tier_leads_up(value, to):
    verdict = judged(value=Decimal(value))

    assert verdict.to == to
    assert verdict.cause == (Cause.VALUE if to else None)


def test_the_higher_of_value_and_use_is_proposed_with_both_reasons():
    verdict = judged(value=Decimal(30_000), september={"agents": 150}, october={"agents": 160})

    assert (verdict.to, verdict.cause) == (Tier.ENTERPRISE, Cause.LIMITS)
    assert verdict.reason == (
        "It is worth 30,000 a year; Mid-market begins at 25,000."
        " Over the limits of Small business 2 months running: 150 agents in September 2026"
        " (10 at most), 160 agents in October 2026 (10 at most)."
    )


def test_an_unknown_value_leads_nowhere():
    assert judged(value=None).to is None
    assert "Its value is unknown." in judged(value=None).reason


def test_a_tier_set_by_hand_stays():
    verdict = judged(value=Decimal(200_000), set_by_hand="A partner of ours.")

    assert verdict.to is None
    assert "A partner of ours." in verdict.reason


def test_who_stays_is_told_why_with_figures_and_with_what_is_unknown():
    assert judged(october={"agents": 7, "leads_a_month": 4_200}).reason == (
        "It is worth 12,000 a year. 7 agents in October 2026 (10 at most)."
        " 4,200 leads a month in October 2026 (5,000 at most). Unknown: GB of storage."
    )
    assert judged(tier=Tier.ENTERPRISE, value=Decimal(120_000)).reason == (
        "It is worth 120,000 a year. Enterprise has no limits."
    )


@pytest.mark.parametrize(
    ("september", "october", "months"),
    [(11, 11, 2), (11, 10, 0), (10, 11, 1), (None, 11, 1), (11, None, 0)],
)
def test_months_over_are_counted_back_from_the_newest(september, october, months):
    known = facts(september={"agents": september}, october={"agents": october})

    assert over_months(known, tiers()) == months
