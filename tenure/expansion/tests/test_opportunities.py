"""From a sign to a won expansion: found once, pursued by a plan, won with contract and tier."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from tenure.contracts import actions as contracts
from tenure.contracts.models import Contract
from tenure.customers import actions as customers
from tenure.expansion import actions
from tenure.expansion.actions import AlreadyEnded, AlreadyPursued
from tenure.expansion.finding import find_opportunities
from tenure.expansion.models import Opportunity
from tenure.expansion.words import Growth
from tenure.foundation.audit.models import Deed
from tenure.foundation.refusals import Invalid
from tenure.health import entering
from tenure.tiering.models import TierChange
from tests.moments import NOON, TODAY

YEAR = {"starts_on": date(2026, 3, 1), "ends_on": date(2027, 2, 28), "annual_value": Decimal(22_000),
        "seats": 7}  # fmt: skip
WON = {"won_revenue": Decimal(5_000), "ended_on": TODAY, "seats": 25, "tier": "MID_MARKET"}


@pytest.fixture
def thriving(acme, alice):
    """Acme, a Small business that pays 22,000 and does well."""
    contracts.start_contract(customer=acme, fields=YEAR, by=alice, at=NOON)
    changes = {"tier": "SMALL_BUSINESS"}
    acme.refresh_from_db()
    customers.change_customer(customer=acme, changes=changes, by=alice, at=NOON)
    entering.record_score(customer=acme, fields={"score": 85}, by=alice, at=NOON)
    acme.refresh_from_db()
    return acme


@pytest.fixture
def found(thriving, alice):
    assert find_opportunities(by=alice, at=NOON) == 1
    return Opportunity.objects.get()


def test_it_says_what_shows_it_and_what_it_is_worth(found, thriving):
    assert found.evidence == [
        {"sign": "TIER_NEAR", "says": "pays $22,000 a year; Mid-market begins at $25,000"}
    ]
    assert (found.estimated_revenue, found.potential_tier) == (3_000, "MID_MARKET")
    assert found.probability_ratio == Decimal("0.7")
    assert Deed.objects.get(code="opportunity.opened").customer_id == thriving.id


def test_the_next_night_finds_the_same_one(found, thriving, alice):
    later = NOON + timedelta(days=1)
    assert find_opportunities(by=alice, at=later) == 0

    found.refresh_from_db()
    assert (found.seen_on, found.is_over) == (later.date(), False)


def test_when_the_signs_are_gone_that_is_said_and_nothing_is_lost(found, thriving, alice):
    entering.record_score(
        customer=thriving, fields={"score": 45}, by=alice, at=NOON + timedelta(hours=1)
    )
    find_opportunities(by=alice, at=NOON + timedelta(days=1))

    found.refresh_from_db()
    assert (found.is_over, found.state, found.seen_on) == (True, "FOUND", TODAY)


def test_pursuing_starts_the_programmes_plan_with_what_it_should_bring(found, alice):
    made = actions.pursue_opportunity(opportunity=found, starts_on=TODAY, by=alice, at=NOON)

    assert (made.state, made.plan.plan_type) == ("PURSUED", "EXPANSION")
    goal = made.plan.objectives.get()
    assert (goal.baseline, goal.target) == (0, 3_000)
    with pytest.raises(AlreadyPursued):
        actions.pursue_opportunity(opportunity=made, starts_on=TODAY, by=alice, at=NOON)


def test_won_it_amends_the_contract_moves_the_tier_and_completes_the_plan(found, thriving, alice):
    made = actions.pursue_opportunity(opportunity=found, starts_on=TODAY, by=alice, at=NOON)
    won = actions.win_opportunity(
        opportunity=made, growth=Growth.TIER, fields=WON, by=alice, at=NOON
    )

    now = Contract.objects.running_on(TODAY).get()
    assert (now.annual_value, now.seats, now.follows_as) == (27_000, 25, "AMENDMENT")
    thriving.refresh_from_db()
    assert (thriving.annual_contract_value, thriving.tier) == (27_000, "MID_MARKET")
    assert TierChange.objects.get().reason == "The expansion was won."
    won.plan.refresh_from_db()
    assert (won.plan.status, won.plan.objectives.get().current) == ("COMPLETED", 5_000)
    assert thriving.success_profile.expansion_revenue == 5_000


def test_what_cannot_be_won_changes_nothing(found, thriving, alice):
    for fields, named in (
        ({"won_revenue": None}, "won_revenue"),
        ({"ended_on": date(2030, 1, 1)}, "ended_on"),
    ):
        with pytest.raises(Invalid) as refused:
            actions.win_opportunity(
                opportunity=found, growth=Growth.SEATS, fields=WON | fields, by=alice, at=NOON
            )
        assert named in refused.value.fields
    found.refresh_from_db()
    assert (found.state, Contract.objects.count()) == ("FOUND", 1)


@pytest.mark.parametrize("end", [actions.lose_opportunity, actions.dismiss_opportunity])
def test_what_came_to_nothing_rests_and_then_counts_again(found, alice, end):
    with pytest.raises(Invalid):
        end(opportunity=found, note=" ", by=alice, at=NOON)
    ended = end(opportunity=found, note="No budget", by=alice, at=NOON)

    assert ended.rests_until == TODAY + timedelta(days=90)
    assert find_opportunities(by=alice, at=NOON + timedelta(days=90)) == 0
    assert find_opportunities(by=alice, at=NOON + timedelta(days=91)) == 1
    with pytest.raises(AlreadyEnded):
        end(opportunity=ended, note="Again", by=alice, at=NOON)
