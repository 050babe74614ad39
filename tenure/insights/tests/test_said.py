"""Metrics of what customers say and what is done for them, each worked by hand."""

from datetime import UTC, datetime, timedelta

import pytest

from tenure.advocacy.models import AdvocacyActivity
from tenure.customers.models import SuccessProfile
from tenure.health.models import HealthScore
from tenure.insights.figure import Scope
from tenure.insights.figures import figures
from tenure.insights.tests.making import DAY, OCTOBER, answer, told, value
from tenure.programme.words import Tier
from tenure.support.models import Ticket
from tenure.surveys.models import SurveyAnswer
from tenure.work.models import Touchpoint
from tests.moments import NOON


def test_nps_counts_zero_as_a_detractor_and_leaves_out_the_passive(two):
    answer(two[0], "NPS", 10, 9, 8)
    answer(two[1], "NPS", 6, 0)
    assert value("nps") == 0  # 2 promoters, 2 detractors of 5
    assert figures(OCTOBER)["nps_promoters"].value == 40
    assert figures(OCTOBER, Scope(Tier.ENTERPRISE))["nps"].value == pytest.approx(200 / 3)


def test_csat_as_a_share_and_as_a_mean_and_ces(two):
    answer(two[0], "CSAT", 5, 4, 3, 1)
    answer(two[1], "CES", 7, 5, 2)
    assert value("csat") == 50
    found = figures(OCTOBER)
    assert (found["csat_mean"].value, found["ces_agree"].value) == (3.25, pytest.approx(200 / 3))
    assert found["ces"].value == pytest.approx(14 / 3)


def test_satisfaction_with_the_product_is_a_mean_of_its_own(two):
    answer(two[0], "PRODUCT", 5, 4, 2)
    answer(two[1], "PRODUCT", 1)
    answer(two[1], "CSAT", 5)

    assert value("product_satisfaction") == 3
    assert told("csat_mean") == 5
    assert figures(OCTOBER)["product_satisfaction"].is_met is False


def test_answers_to_other_surveys_tell_nothing_of_the_product(two):
    answer(two[0], "CSAT", 5)
    assert value("product_satisfaction") is None


def test_answers_before_and_after_the_period_do_not_count(two):
    answer(two[0], "NPS", 10)
    SurveyAnswer.objects.update(answered_at=datetime(2026, 11, 1, tzinfo=UTC))
    assert value("nps") is None


def test_health_is_the_newest_score_up_to_the_end(two):
    for customer, day, score in ((two[0], 5, 30), (two[0], 20, 80), (two[1], 3, 50)):
        HealthScore.objects.create(
            customer=customer, recorded_at=datetime(2026, 10, day, tzinfo=UTC), score=score,
            level="GOOD", trend="STABLE",
        )  # fmt: skip
    assert value("health_score") == 65
    assert figures(OCTOBER)["healthy_customers"].value == 50


def test_support(two):
    for rating in (5, 4, 2, None):
        Ticket.objects.create(
            customer=two[0], opened_at=DAY, closed_at=DAY + timedelta(hours=2), satisfaction=rating,
            first_response_minutes=30, created_at=NOON,
        )  # fmt: skip
    assert value("support_satisfaction") == pytest.approx(200 / 3)
    found = figures(OCTOBER)
    assert (found["first_response"].value, found["resolution"].value) == (100, 100)
    assert found["ticket_volume"].value == pytest.approx(4 / (2 * 31 / 30.4375))


def test_work_and_favours(two, alice):
    SuccessProfile.objects.update(csm=alice)
    for _ in range(3):
        Touchpoint.objects.create(
            customer=two[0],
            kind="CALL",
            subject="x",
            state="HELD",
            happened_at=DAY,
            created_at=NOON,
        )
    AdvocacyActivity.objects.create(
        customer=two[1], activity_type="CASE_STUDY", title="x", status="COMPLETED",
        happens_on=DAY.date(), case_study_url="https://x.example",
    )  # fmt: skip
    assert value("csm_load") == 2
    found = figures(OCTOBER)
    assert found["touchpoints"].value == pytest.approx(3 / (2 * 31 / 30.4375))
    assert (found["case_studies"].value, found["case_study_rate"].value) == (1, 50)
    assert found["reference_rate"].value == 0
