"""Tiers that are looked at each quarter."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db import connection

from tenure.contracts.models import Contract
from tenure.customers import actions as customers
from tenure.customers.words import ChurnReason
from tenure.foundation.audit.models import Deed
from tenure.tiering import actions, jobs
from tenure.tiering.models import TierChange, TierReview
from tenure.usage.models import DailyUsage, Feature
from tests.moments import NOON, TODAY

JANUARY = datetime(2027, 1, 4, 6, tzinfo=UTC)


def review(customer, by, at=NOON):
    return actions.review_tiers(customers=[customer.id], by=by, at=at)


def test_the_reason_is_written_down_also_of_who_stays(globex, mona):
    outcome = review(globex, mona)

    kept = TierReview.objects.get()
    assert (outcome.reviewed, outcome.up, outcome.down) == (1, 0, 0)
    assert (kept.period_starts_on, kept.reviewed_on, kept.tier) == (
        date(2026, 10, 1), TODAY, "SMALL_BUSINESS",
    )  # fmt: skip
    assert kept.reason.startswith("It is worth 12,000 a year.")
    assert (kept.reviewed_by, kept.change) == ("Mona", None)
    assert Deed.objects.get(code="tier.reviewed").customer_id == globex.id


def test_use_over_the_limits_proposes_the_next_tier(globex, mona, used):
    used(globex, "leads_a_month", 5_001, 6_000)

    assert review(globex, mona).up == 1
    change = TierChange.objects.get()
    assert (change.to_tier, change.state, change.cause) == ("MID_MARKET", "PROPOSED", "LIMITS")
    assert TierReview.objects.get().change == change
    globex.refresh_from_db()
    assert globex.tier == "SMALL_BUSINESS"  # nothing moves before somebody accepts


def test_a_quarter_is_looked_at_once(globex, mona, used):
    review(globex, mona)
    used(globex, "agents", 11, 11)

    assert review(globex, mona).reviewed == 0
    assert actions.review_all_tiers(by=mona, at=NOON).reviewed == 0
    assert (TierReview.objects.count(), TierChange.objects.count()) == (1, 0)
    assert Deed.objects.filter(code="tier.reviewed").count() == 1


def test_what_is_still_so_in_the_next_quarter_stays_one_proposal(globex, mona, proposed):
    first = proposed(value=25_000)
    again = proposed(value=25_000, at=JANUARY)

    assert again == first
    assert [one.change for one in TierReview.objects.order_by("reviewed_on")] == [first, first]


def test_what_is_no_longer_so_lapses_with_the_reason(globex, mona, proposed):
    first = proposed(value=25_000)
    assert proposed(value=12_000, at=JANUARY) is None

    first.refresh_from_db()
    assert (first.state, first.decided_on) == ("LAPSED", JANUARY.date())
    assert first.note.startswith("It is worth 12,000 a year.")


def test_another_way_takes_the_place_of_the_first(proposed):
    first, second = proposed(value=25_000), proposed(value=100_000, at=JANUARY)

    first.refresh_from_db()
    assert (first.state, second.to_tier) == ("LAPSED", "ENTERPRISE")


def test_who_left_is_not_looked_at(globex, mona):
    customers.end_customer(
        customer=globex, churned_on=TODAY, reason=ChurnReason.PRICE, by=mona, at=NOON
    )

    assert actions.review_all_tiers(by=mona, at=NOON).reviewed == 0


def test_the_morning_job_looks_at_everybody_and_costs_nothing_the_day_after(globex, acme):
    jobs.look_at_tiers(timestamp=int(NOON.timestamp()))
    jobs.look_at_tiers(timestamp=int(NOON.timestamp()) + 86_400)

    assert TierReview.objects.count() == 2
    assert Deed.objects.filter(code="tier.reviewed").count() == 1


def test_agents_nobody_reported_are_licensed_or_seen(globex, mona):
    Contract.objects.create(
        customer=globex, starts_on=date(2026, 3, 1), ends_on=date(2027, 2, 28), seats=9,
        annual_value=12_000,
    )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("select make_usage_partitions('2026-09-01', '2026-10-31')")
    whole = Feature.objects.get_or_create(name="")[0]
    for day in (date(2026, 9, 30), date(2026, 10, 1)):
        DailyUsage.objects.create(customer=globex, day=day, feature=whole, active_users=11)

    review(globex, mona)
    assert "11 agents in September 2026" in TierChange.objects.get().reason


@pytest.mark.parametrize(("value", "to"), [(4_999, "TRIAL"), (5_000, None)])
def test_a_contract_that_begins_at_the_renewal_tells_what_it_renews_for(globex, mona, value, to):
    for start, worth in ((date(2026, 3, 1), 12_000), (date(2027, 3, 1), value)):
        Contract.objects.create(
            customer=globex, starts_on=start, ends_on=start.replace(year=start.year + 1, month=2, day=28),
            annual_value=Decimal(worth),
        )  # fmt: skip

    review(globex, mona)
    change = TierChange.objects.first()
    assert (change.to_tier if change else None) == to


def test_from_its_first_review_on_the_tier_is_settled(globex, mona):
    review(globex, mona)
    review(globex, mona, JANUARY)

    globex.refresh_from_db()
    assert globex.tier_settled_on == TODAY


def test_who_went_up_for_its_use_is_not_sent_down_again_for_its_value(globex, proposed, used, mona):
    used(globex, "agents", 11, 12)
    actions.accept_change(change=proposed(), by=mona, at=NOON)

    # In January the months that count are November and December.
    for month in (date(2026, 11, 1), date(2026, 12, 1)):
        actions.report_use(
            customer=globex, month=month, name="agents", value=Decimal(12), by=mona,
            at=JANUARY,
        )  # fmt: skip
    assert proposed(at=JANUARY) is None
