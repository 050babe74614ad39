"""What leads a customer down: at a renewal for less, while notice can be given."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from tenure.programme.words import Tier
from tenure.tiering.tests.judged import judged
from tenure.tiering.words import Cause, Direction
from tests.moments import TODAY

USES_FOUR = {"september": {"agents": 4}, "october": {"agents": 4}}


@pytest.mark.parametrize(
    ("day", "to"),
    [
        (date(2027, 1, 29), Tier.TRIAL),
        (date(2027, 1, 30), Tier.TRIAL),  # 30 days before 1 March: the last day for notice
        (date(2027, 1, 31), None),
        (date(2027, 3, 1), None),  # the day of renewal
        (date(2027, 3, 2), None),  # past it
    ],
)
def test_down_goes_a_customer_that_is_worth_less_while_notice_can_be_given(day, to):
    verdict = judged(day=day, value=Decimal(4_999))

    assert verdict.to == to
    if to:
        assert (verdict.direction, verdict.cause) == (Direction.DOWN, Cause.RENEWAL)
        assert (verdict.takes_effect_on, verdict.notice_by) == (date(2027, 3, 1), date(2027, 1, 30))


def test_the_way_down_says_why_and_until_when_notice_is_given():
    assert judged(value_at_renewal=Decimal(4_999)).reason == (
        "It renews for 4,999 a year, which is Trial; Small business begins at 5,000."
        " It renews on 1 March 2027; 30 days of notice have to be given by 30 January 2027."
    )


@pytest.mark.parametrize(
    ("tier", "days"), [(Tier.ENTERPRISE, 90), (Tier.MID_MARKET, 60), (Tier.SMALL_BUSINESS, 30)]
)
def test_each_tier_has_its_notice(tier, days):
    on_the_day = TODAY + timedelta(days=days)
    told = {"tier": tier, "value": Decimal(1)}

    assert judged(renews_on=on_the_day, **told).to == Tier.TRIAL
    assert judged(renews_on=on_the_day - timedelta(days=1), **told).to is None


def test_who_buys_less_goes_down_whatever_it_used_before():
    assert judged(value_at_renewal=Decimal(10), **USES_FOUR).to == Tier.TRIAL


@pytest.mark.parametrize("agents", [3, None])
def test_who_went_up_for_its_use_goes_down_when_it_uses_less(agents):
    less = {"september": {"agents": 4}, "october": {"agents": agents}, "is_there_for_use": True}

    assert judged(value=Decimal(10), **less).to == Tier.TRIAL


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"renews_on": None}, "No renewal is known"),
        # It went up for its use, and Trial has room for 3 agents.
        (USES_FOUR | {"is_there_for_use": True}, "uses more than Trial has room"),
    ],
)
def test_who_is_worth_less_stays_for_a_reason(told, words):
    verdict = judged(value=Decimal(10), **told)

    assert verdict.to is None
    assert words in verdict.reason
