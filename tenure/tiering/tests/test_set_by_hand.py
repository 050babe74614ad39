"""Tiers that somebody sets by hand, and use that other systems tell of."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from tenure.foundation.refusals import Invalid
from tenure.programme.words import Tier
from tenure.tiering import actions
from tenure.tiering.models import MonthlyUse, TierChange
from tests.moments import NOON, TODAY


def put(customer, tier, by, reason="A partner"):
    return actions.set_tier(customer=customer, tier=tier, reason=reason, by=by, at=NOON)


def test_it_holds_at_once_and_is_a_line_of_the_history(globex, mona):
    put(globex, Tier.ENTERPRISE, mona)

    globex.refresh_from_db()
    assert (globex.tier, globex.tier_follows_value) == ("ENTERPRISE", False)
    change = TierChange.objects.get()
    assert (change.state, change.cause, change.direction, change.takes_effect_on) == (
        "DONE", "BY_HAND", "UP", TODAY,
    )  # fmt: skip


def test_reviews_leave_it_where_it_is(globex, mona, proposed):
    put(globex, Tier.MID_MARKET, mona)

    assert proposed(value=200_000) is None


def test_an_open_proposal_lapses(globex, mona, proposed):
    change = proposed(value=25_000)
    put(globex, Tier.ENTERPRISE, mona)

    change.refresh_from_db()
    assert (change.state, change.note) == ("LAPSED", "Put into Enterprise by hand.")


def test_taken_back_its_value_proposes_at_once_and_nothing_moves_by_itself(globex, mona):
    put(globex, Tier.ENTERPRISE, mona)
    change = actions.reset_tier(customer=globex, by=mona, at=NOON)

    globex.refresh_from_db()
    assert (globex.tier, globex.tier_follows_value) == ("ENTERPRISE", True)
    assert (change.to_tier, change.direction, change.takes_effect_on) == (
        "SMALL_BUSINESS", "DOWN", date(2027, 3, 1),
    )  # fmt: skip


def test_there_is_nothing_to_take_back_of_what_nobody_set(globex, mona):
    assert actions.reset_tier(customer=globex, by=mona, at=NOON) is None
    assert TierChange.objects.count() == 0


@pytest.mark.parametrize(
    ("tier", "reason", "field"), [(Tier.SMALL_BUSINESS, "x", "tier"), (Tier.TRIAL, " ", "reason")]
)
def test_another_tier_and_a_reason_are_asked_for(globex, mona, tier, reason, field):
    with pytest.raises(Invalid) as refusal:
        put(globex, tier, mona, reason)

    assert field in refusal.value.fields
    globex.refresh_from_db()
    assert globex.tier == "SMALL_BUSINESS"


def test_use_is_kept_once_a_month_and_limit(globex, mona):
    for value in (7, 7, 9):
        actions.report_use(
            customer=globex, month=date(2026, 10, 17), name="agents", value=Decimal(value),
            by=mona, at=NOON,
        )  # fmt: skip

    assert list(MonthlyUse.objects.values_list("month", "value")) == [(date(2026, 10, 1), 9)]


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"name": "desks"}, "name"),
        ({"month": TODAY + timedelta(days=30)}, "month"),
        ({"value": Decimal(-1)}, "value"),
    ],
)
def test_use_that_cannot_be_is_refused(globex, mona, told, field):
    usual = {"name": "agents", "month": date(2026, 10, 1), "value": Decimal(5)}
    with pytest.raises(Invalid) as refusal:
        actions.report_use(customer=globex, **(usual | told), by=mona, at=NOON)

    assert field in refusal.value.fields
    assert MonthlyUse.objects.count() == 0
