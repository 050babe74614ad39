"""Random months against loops over the same rows: value that was got, how the team works, favours."""

from datetime import timedelta
from statistics import mean

import pytest

from tenure.advocacy.models import AdvocacyActivity
from tenure.customers.models import Customer
from tenure.insights.tests.making import told, value
from tenure.insights.tests.world import FIRST, LAST, here, share
from tenure.onboarding.models import ValueEntry
from tenure.plans.models import Objective
from tenure.requests.models import Request
from tenure.work.models import Touchpoint

A_YEAR_BEFORE = LAST - timedelta(days=365)
MONTHS = 31 / 30.4375


def first_value(one):
    days = ValueEntry.objects.filter(customer=one).values_list("achieved_on", flat=True)
    return min(days, default=None)


def test_time_to_value_agrees(some):
    got = [(first_value(one), one.contract_starts_on) for one in some]
    days = [max(0, (day - signed).days) for day, signed in got if day and FIRST <= day <= LAST]
    in_time = [
        bool(day) and (day - signed).days <= 30 for day, signed in got
        if FIRST <= signed <= LAST and (day or signed + timedelta(days=30) <= LAST)
    ]  # fmt: skip

    assert value("time_to_value") == (pytest.approx(mean(days)) if days else None)
    assert told("time_to_value_in_time") == (pytest.approx(share(in_time)) if in_time else None)


def costs(one):
    """What its contracts have cost until the end of the month, by the day."""
    spans = [
        (float(k.annual_value), (min(k.ends_on or LAST, LAST) - k.starts_on).days + 1)
        for k in one.contracts.all()
    ]
    return sum(value * max(0, days) / 365.25 for value, days in spans)


def test_return_agrees(some):
    gained = {}
    for entry in ValueEntry.objects.filter(amount__gt=0, unit__in=["$", "USD"]):
        if entry.achieved_on <= LAST and costs(entry.customer):
            gained.setdefault(entry.customer_id, []).append(float(entry.amount))
    spent = sum(costs(one) for one in some if one.id in gained)
    benefits = sum(sum(amounts) for amounts in gained.values())

    assert value("roi") == (pytest.approx(100 * (benefits - spent) / spent) if gained else None)


def test_return_that_was_aimed_at_agrees(some):
    reached = []
    for goal in Objective.objects.all():
        known = goal.measurements.filter(measured_on__lte=LAST).order_by("measured_on", "id")
        if known:
            reached.append(known.last().value >= goal.target)

    assert value("roi_reached") == (pytest.approx(share(reached)) if reached else None)


def test_touchpoints_and_books_agree(some, alice, bob):
    held = [
        one for one in Touchpoint.objects.filter(state="HELD")
        if FIRST <= one.happened_at.date() <= LAST and one.customer in here(some)
    ]  # fmt: skip
    led = [one for one in here(some) if one.success_profile.csm]
    csms = {one.success_profile.csm for one in led}

    assert value("touchpoints") == pytest.approx(len(held) / len(here(some)) / MONTHS)
    assert told("csm_load") == (pytest.approx(len(led) / len(csms)) if csms else None)


def test_favours_agree(some):
    done = AdvocacyActivity.objects.filter(status="COMPLETED", happens_on__lte=LAST)

    def did(kind):
        year = done.filter(activity_type=kind, happens_on__gt=A_YEAR_BEFORE)
        who = set(year.values_list("customer_id", flat=True))
        return share(one.id in who for one in here(some))

    assert value("reference_rate") == pytest.approx(did("REFERENCE_CALL"))
    assert told("case_study_rate") == pytest.approx(did("CASE_STUDY"))
    shown = [one for one in done.filter(activity_type="CASE_STUDY") if one.case_study_url]
    assert told("case_studies") == sum(one.customer in here(some) for one in shown)


def test_referrals_agree(some):
    came = [
        one.lead.source == "Referral" for one in Customer.objects.exclude(lead=None)
        if one.lead.source and A_YEAR_BEFORE < one.customer_since.date() <= LAST
    ]  # fmt: skip

    assert value("referral_rate") == (pytest.approx(share(came)) if came else None)


def test_requests_agree(some):
    asked = [one for one in Request.objects.all() if FIRST <= one.asked_on <= LAST]
    heard = [bool(one.acknowledged_at) and one.acknowledged_at.date() <= LAST for one in asked]

    assert value("requests") == len(asked)
    assert told("request_response") == (pytest.approx(share(heard)) if heard else None)
