"""What a row of a period says of its customer: figures beside the metrics, and where it stood then."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tenure.customers import actions as customers
from tenure.customers.models import Customer
from tenure.insights.figure import Scope
from tenure.insights.figures import by_csm, by_tier
from tenure.insights.filling import fill
from tenure.insights.models import PeriodMetrics
from tenure.insights.periods import period_of
from tenure.insights.rows import rows_behind
from tenure.insights.tests.making import DAY, OCTOBER, SINCE, answer, used
from tenure.insights.words import PeriodType
from tenure.onboarding.models import ValueEntry
from tenure.programme.words import Tier
from tenure.support.models import Ticket
from tenure.surveys.models import SurveyAnswer
from tenure.tiering.models import MonthlyUse
from tests.moments import NOON


def row(one, period=OCTOBER):
    fill(period, NOON)
    return PeriodMetrics.objects.get(customer=one, period=period.code)


def month(one, name, value, day=OCTOBER.first):
    MonthlyUse.objects.create(customer=one, month=day, name=name, value=value, created_at=NOON)


def test_leads_and_how_many_were_converted(acme):
    month(acme, "leads_a_month", 400)
    month(acme, "leads_converted", 30)
    month(acme, "leads_a_month", 100, date(2026, 9, 1))  # nobody said how many were converted
    october, quarter = row(acme), row(acme, period_of(PeriodType.QUARTERLY, OCTOBER.first))
    assert (october.lead_volume, october.conversion_rate) == (400, 7.5)
    assert (quarter.lead_volume, quarter.conversion_rate) == (400, 7.5)  # November is not over
    summer = row(acme, period_of(PeriodType.MONTHLY, date(2026, 9, 1)))
    assert (summer.lead_volume, summer.conversion_rate) == (100, None)


def test_no_leads_have_no_rate_and_weeks_have_no_leads(acme):
    month(acme, "leads_a_month", 0)
    month(acme, "leads_converted", 0)
    answer(acme, "NPS", 9)
    assert (row(acme).lead_volume, row(acme).conversion_rate) == (0, None)
    assert row(acme, period_of(PeriodType.WEEKLY, DAY.date())).lead_volume is None


def achieve(one, kind, amount, unit):
    ValueEntry.objects.create(
        customer=one, what="x", kind=kind, amount=amount, unit=unit, achieved_on=DAY.date()
    )


def test_value_goes_by_its_kind_and_unit(acme):
    for kind, amount, unit in (("REVENUE", 900, "$"), ("REVENUE", 100, "USD a year"), ("COSTS", 50, "$"),
                               ("REVENUE", 7, "policies"), ("COSTS", None, "$"), ("TIME", 12, "hours"),
                               ("OTHER", 5, "$"), ("TIME", 3, "$")):  # fmt: skip
        achieve(acme, kind, amount, unit)
    told = row(acme)
    assert (told.revenue_generated, told.cost_savings, told.time_savings_hours) == (1000, 50, 12)


def test_hours_are_means_of_what_was_answered_and_solved(two):
    acme = two[0]
    for hours, minutes in ((10, 30), (20, 90), (None, None)):
        closed = DAY + timedelta(hours=hours) if hours else None
        Ticket.objects.create(customer=acme, opened_at=DAY, closed_at=closed, created_at=NOON,
                              first_response_minutes=minutes)  # fmt: skip
    told = row(acme)
    assert (told.ticket_resolution_hours, told.first_response_hours, told.support_tickets) == (15, 1, 3)  # fmt: skip


def test_features_with_how_often_they_were_used(acme):
    for day, name, uses in ((1, "Routing", 3), (2, "Routing", 4), (2, "Reports", 0)):
        used(acme, date(2026, 10, day), name, uses=uses)
    used(acme, date(2026, 9, 30), "Reports", uses=9)  # before
    assert row(acme).feature_usage == {"Routing": 7}
    assert row(acme).revenue_generated is None


def test_what_is_no_longer_known_leaves_the_whole_row(acme):
    month(acme, "leads_a_month", 5)
    assert row(acme).lead_volume == 5
    MonthlyUse.objects.all().delete()
    told = row(acme)
    assert (told.lead_volume, told.tier, told.csm_id, told.parts) == (None, None, None, None)


@pytest.fixture
def moved(acme, alice, bob, mona):
    """Acme, long with us, which answered in October; in November it moved to another tier and CSM."""
    Customer.objects.filter(id=acme.id).update(created_at=SINCE, customer_since=SINCE)
    answer(acme, "NPS", 10)
    at = datetime(2026, 11, 10, 9, tzinfo=UTC)
    customers.change_customer(customer=acme, changes={"tier": "ENTERPRISE"}, by=mona, at=at)
    customers.assign_customer(customer=acme, csm=bob, by=mona, at=at)
    return acme


def test_a_past_month_counts_for_the_tier_and_the_csm_of_then(moved):
    november = period_of(PeriodType.MONTHLY, NOON.date())
    SurveyAnswer.objects.create(customer=moved, kind="NPS", score=0, answered_at=NOON)
    for period in (OCTOBER, november):
        fill(period, NOON)

    told = {one.period: (one.tier, one.csm.name) for one in PeriodMetrics.objects.all()}
    assert told == {"2026-10": ("MID_MARKET", "Alice"), "2026-11": ("ENTERPRISE", "Bob")}
    tiers = [tier for period in (OCTOBER, november) for tier, _ in by_tier("nps", period, Scope())]
    assert tiers == [Tier.MID_MARKET, Tier.ENTERPRISE]


def test_the_rows_of_a_scope_are_those_of_then(moved, alice, bob):
    fill(OCTOBER, NOON)
    assert [one[0] for one in by_csm("nps", OCTOBER, Scope())] == ["Alice"]
    assert len(rows_behind("nps", OCTOBER, Scope(Tier.MID_MARKET, alice.id), alice)) == 1
    assert len(rows_behind("nps", OCTOBER, Scope(csm=bob.id), alice)) == 0


def test_of_one_that_came_in_later_is_known_what_it_is_now(acme, bob, mona):
    answer(acme, "NPS", 10)  # Acme came into Tenure in November, with what it said before
    later = NOON + timedelta(hours=1)
    customers.assign_customer(customer=acme, csm=bob, by=mona, at=later)
    assert row(acme).csm == bob
