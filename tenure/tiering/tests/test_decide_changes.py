"""Changes of tiers that somebody accepts or declines, and that take effect on their day."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from tenure.contracts.models import Contract
from tenure.customers import actions as customers
from tenure.customers.words import ChurnReason
from tenure.foundation.audit.models import Deed
from tenure.foundation.refusals import Invalid
from tenure.tiering import actions
from tests.moments import NOON, TODAY

RENEWAL = date(2027, 3, 1)
LAST_DAY = datetime(2027, 1, 30, 12, tzinfo=UTC)


def accept(change, by, at=NOON):
    return actions.accept_change(change=change, by=by, at=at)


def test_a_way_up_takes_effect_when_it_is_accepted(globex, proposed, mona):
    change = accept(proposed(value=25_000), mona)

    globex.refresh_from_db()
    assert (globex.tier, globex.tier_follows_value) == ("MID_MARKET", True)
    assert (change.state, change.takes_effect_on, change.decided_by) == ("DONE", TODAY, "Mona")
    deed = Deed.objects.get(code="tier.change_accepted")
    assert deed.details["way"] == "up from Small business to Mid-market"


def test_a_way_down_is_announced_and_takes_effect_at_the_renewal(globex, proposed, mona):
    change = accept(proposed(value=4_000), mona, LAST_DAY)
    globex.refresh_from_db()
    assert (change.state, change.takes_effect_on, globex.tier) == (
        "ANNOUNCED", RENEWAL, "SMALL_BUSINESS",
    )  # fmt: skip

    eve = datetime(2027, 2, 28, 23, tzinfo=UTC)
    assert actions.let_changes_take_effect(by=mona, at=eve) == 0
    assert actions.let_changes_take_effect(by=mona, at=eve + timedelta(hours=1)) == 1
    assert actions.let_changes_take_effect(by=mona, at=eve + timedelta(days=2)) == 0
    globex.refresh_from_db()
    change.refresh_from_db()
    assert (globex.tier, change.state) == ("TRIAL", "DONE")


def test_a_job_that_comes_late_still_moves_it_from_the_renewal_on(globex, proposed, mona):
    change = accept(proposed(value=4_000), mona)

    assert actions.let_changes_take_effect(by=mona, at=LAST_DAY + timedelta(days=90)) == 1
    change.refresh_from_db()
    assert change.takes_effect_on == RENEWAL


def test_after_the_last_day_for_notice_it_is_too_late(globex, proposed, mona):
    change = proposed(value=4_000)
    with pytest.raises(actions.NoticeIsPast, match="by 30 January 2027"):
        accept(change, mona, LAST_DAY + timedelta(days=1))

    change.refresh_from_db()
    assert change.state == "PROPOSED"


@pytest.mark.parametrize(("value", "moved", "state"), [(5_000, 0, "LAPSED"), (4_999, 1, "DONE")])
def test_who_renews_for_more_after_all_stays(globex, proposed, mona, value, moved, state):
    change = accept(proposed(value=4_000), mona)
    Contract.objects.create(customer=globex, starts_on=RENEWAL, annual_value=Decimal(value))
    on_the_day = datetime(2027, 3, 1, 6, tzinfo=UTC)

    assert actions.let_changes_take_effect(by=mona, at=on_the_day) == moved
    change.refresh_from_db()
    assert change.state == state


def test_who_renews_for_something_in_between_moves_less_far(globex, proposed, mona):
    type(globex).objects.filter(id=globex.id).update(tier="ENTERPRISE")
    change = accept(proposed(value=6_000), mona)
    assert change.to_tier == "SMALL_BUSINESS"
    Contract.objects.create(customer=globex, starts_on=RENEWAL, annual_value=Decimal(30_000))

    actions.let_changes_take_effect(by=mona, at=datetime(2027, 3, 1, 6, tzinfo=UTC))
    globex.refresh_from_db()
    assert globex.tier == "MID_MARKET"


def test_declined_it_stays_with_the_reason(globex, proposed, mona):
    change = actions.decline_change(
        change=proposed(value=25_000), note="One-off sale", by=mona, at=NOON
    )

    globex.refresh_from_db()
    assert (change.state, change.note, globex.tier) == (
        "DECLINED",
        "One-off sale",
        "SMALL_BUSINESS",
    )


def test_a_way_down_that_was_announced_can_be_taken_back(globex, proposed, mona):
    change = accept(proposed(value=4_000), mona)
    actions.decline_change(change=change, note="They came back", by=mona, at=NOON)

    assert actions.let_changes_take_effect(by=mona, at=LAST_DAY + timedelta(days=90)) == 0


def test_without_a_reason_nothing_is_declined(proposed, mona):
    change = proposed(value=25_000)
    with pytest.raises(Invalid) as refusal:
        actions.decline_change(change=change, note="  ", by=mona, at=NOON)

    assert "note" in refusal.value.fields
    change.refresh_from_db()
    assert change.state == "PROPOSED"


def test_what_is_decided_is_decided(proposed, mona):
    change = accept(proposed(value=25_000), mona)

    with pytest.raises(actions.AlreadyDecided):
        accept(change, mona)
    with pytest.raises(actions.AlreadyDecided):
        actions.decline_change(change=change, note="No", by=mona, at=NOON)


def test_who_left_its_tier_meanwhile_is_not_moved(globex, proposed, mona):
    change = proposed(value=25_000)
    type(globex).objects.filter(id=globex.id).update(tier="ENTERPRISE")

    with pytest.raises(actions.TierChangedMeanwhile):
        accept(change, mona)


def test_who_left_is_not_moved(globex, proposed, mona):
    change = accept(proposed(value=4_000), mona)
    customers.end_customer(
        customer=globex, churned_on=TODAY, reason=ChurnReason.PRICE, by=mona, at=NOON
    )

    assert actions.let_changes_take_effect(by=mona, at=LAST_DAY + timedelta(days=90)) == 0
    change.refresh_from_db()
    assert (change.state, change.note) == ("LAPSED", "It left meanwhile.")
