"""The signs of expansion and what they come to, worked by hand."""

from decimal import Decimal

import pytest

from tenure.expansion.rules import is_worth_keeping, opportunity
from tenure.expansion.signs import Month, Standing, evidence_of, next_tier
from tenure.programme.loading import read_programme
from tenure.programme.words import HealthLevel, Tier

MADE = read_programme()


def standing(**facts) -> Standing:
    plain = {
        "tier": Tier.SMALL_BUSINESS,
        "level": HealthLevel.GOOD,
        "annual_value": Decimal(10_000),
    }
    return Standing(**plain | facts)


def found(**facts):
    known = standing(**facts)
    evidence = evidence_of(known, MADE.tiers, MADE.expansion)
    return opportunity(known, evidence, MADE.tiers, MADE.expansion)


def months(*told: tuple[dict[str, float | None], int | None]) -> list[Month]:
    return [Month(limits, users) for limits, users in told]


def test_who_shows_nothing_is_no_opportunity():
    assert found() is None


@pytest.mark.parametrize(("value", "is_near"), [(19_999, False), (20_000, True), (24_999, True)])
def test_four_fifths_of_the_next_tier_are_near(value, is_near):
    told = found(annual_value=Decimal(value))

    assert (told is not None) == is_near
    if told:
        assert (told.potential_tier, told.additional_revenue) == (Tier.MID_MARKET, 25_000 - value)
        assert told.suggestions == ("Offer the terms of Mid-market",)


def test_above_the_highest_tier_there_is_none():
    assert next_tier(Tier.ENTERPRISE) == Tier.ENTERPRISE
    assert found(tier=Tier.ENTERPRISE, annual_value=Decimal(900_000)) is None


@pytest.mark.parametrize(
    ("september", "october", "is_near"),
    [(4_000, 4_000, True), (3_999, 5_000, False), (None, 5_000, False), (9_000, 9_000, True)],
)
def test_a_limit_is_near_when_both_months_say_so(september, october, is_near):
    told = found(
        months=months(({"leads_a_month": september}, None), ({"leads_a_month": october}, None))
    )

    assert (told is not None) == is_near
    if told:
        assert told.potential_tier == Tier.MID_MARKET
        assert told.additional_revenue == 15_000
        assert "of 5,000 leads a month" in told.reason


def test_one_month_alone_says_nothing():
    assert found(months=months(({"leads_a_month": 5_000}, 10)), seats=10) is None


@pytest.mark.parametrize(
    ("users", "is_full"), [((8, 9), False), ((9, 9), True), ((9, None), False), ((12, 15), True)]
)
def test_more_than_four_fifths_of_the_seats_two_months_running(users, is_full):
    told = found(seats=10, months=months(*(({}, count) for count in users)))
    assert (told is not None) == is_full


def test_seats_are_priced_at_what_one_costs_today():
    told = found(seats=10, months=months(({}, 9), ({}, 9)))

    # 9 people are 70% of 12.86 seats, so 13 are wanted: 3 more at 1,000 each
    assert told.additional_revenue == 3_000
    assert told.reckoned == "3 seats more, so that 9 people use 70% of them, at 1,000 a seat"
    assert told.potential_tier == Tier.SMALL_BUSINESS


def test_who_is_content_grows_as_usual():
    told = found(adoption_percent=Decimal(80), nps=50)

    assert told.additional_revenue == 2_000
    assert told.reason == "Uses 80% of it and rates it NPS 50."


@pytest.mark.parametrize(("adoption", "nps"), [(79, 90), (90, 49), (None, 90), (90, None)])
def test_content_needs_both(adoption, nps):
    assert found(adoption_percent=adoption and Decimal(adoption), nps=nps) is None


@pytest.mark.parametrize(("stated", "kept"), [(0.5, False), (0.51, True)])
def test_a_word_of_the_csm_alone_counts_over_a_half(stated, kept):
    known = standing(stated_probability=stated)
    evidence = evidence_of(known, MADE.tiers, MADE.expansion)

    assert is_worth_keeping(evidence, known, MADE.expansion) == kept


def test_signs_and_excellent_health_make_it_likelier():
    content = {"adoption_percent": Decimal(90), "nps": 60}
    near = {"annual_value": Decimal(24_000)}
    assert found(**content).probability == 0.5
    assert found(**content, **near).probability == 0.7
    assert found(**content, **near, level=HealthLevel.EXCELLENT).probability == 0.9
    assert found(**content, stated_probability=0.2).probability == 0.2
