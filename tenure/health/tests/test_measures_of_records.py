"""The measures of success and satisfaction, each worked out by hand from a few rows."""

from decimal import Decimal

import pytest

from tenure.customers import actions
from tenure.health.tests.worlds import answer, milestone, reading, ticket
from tests.moments import NOON


@pytest.fixture
def says(acme, alice):
    """Changes what Acme's success profile says."""

    def change(**changes) -> None:
        actions.change_profile(customer=acme, changes=changes, by=alice, at=NOON)

    return change


def test_nothing_is_known_of_a_customer_without_rows(acme):
    for code in ("kpi_achievement", "goal_attainment", "time_to_value", "adoption_velocity", "nps",
                 "csat", "ticket_satisfaction", "complaints", "payment_history", "renewal_intent",
                 "expansion_revenue", "contract_compliance"):  # fmt: skip
        assert reading(acme, code) is None, code


def test_kpis_are_a_mean_of_what_was_reached_by_what_was_aimed_at(acme, says):
    says(
        target_metrics={"leads": 200, "deals": 10, "calls": 50, "mood": "good", "none": 0},
        current_metrics={"leads": 150, "deals": 5, "mood": "fine", "none": 3},
    )

    assert reading(acme, "kpi_achievement") == pytest.approx(62.5)  # 75% and 50%


def test_goals_are_the_milestones_due_within_a_year_that_are_completed(acme):
    milestone(acme, due=10, completed=12)
    milestone(acme, due=5, completed=1)
    milestone(acme, due=0)
    milestone(acme, due=364, completed=364)
    milestone(acme, due=365)
    milestone(acme, due=-1)
    milestone(acme, due=3, status="CANCELLED")

    assert reading(acme, "goal_attainment") == 75


def test_time_to_value_is_what_the_profile_says(acme, says):
    says(time_to_value_days=42)

    assert reading(acme, "time_to_value") == 42


def test_nps_is_promoters_minus_detractors_of_a_year(acme):
    for score in (10, 9, 8, 7, 6):
        answer(acme, "NPS", score, 364)
    answer(acme, "NPS", 9, 0)
    answer(acme, "NPS", 0, 365)

    assert reading(acme, "nps") == pytest.approx(100 * (3 - 1) / 6)


def test_nps_without_answers_is_the_profiles(acme, says):
    says(latest_nps=-20)

    assert reading(acme, "nps") == -20


def test_csat_is_a_mean_of_half_a_year(acme, says):
    says(latest_csat=Decimal("1.5"))
    answer(acme, "CSAT", 5, 0)
    answer(acme, "CSAT", 4, 179)
    answer(acme, "CSAT", 1, 180)
    answer(acme, "PRODUCT", 1, 0)  # about the product alone

    assert reading(acme, "csat") == 4.5


def test_csat_without_answers_is_the_profiles(acme, says):
    says(latest_csat=Decimal("3.5"))

    assert reading(acme, "csat") == 3.5


def test_ratings_of_tickets_are_a_mean_of_those_that_were_rated(acme):
    ticket(acme, 1, satisfaction=5)
    ticket(acme, 179, satisfaction=Decimal("2.5"))
    ticket(acme, 180, satisfaction=1)
    ticket(acme, 2)

    assert reading(acme, "ticket_satisfaction") == 3.75


def test_escalated_tickets_of_ninety_days_are_complaints(acme):
    ticket(acme, 0, is_escalated=True)
    ticket(acme, 89, is_escalated=True)
    ticket(acme, 90, is_escalated=True)
    ticket(acme, 1)

    assert reading(acme, "complaints") == 2


def test_nobody_complained_where_there_is_a_feed_of_tickets(acme, mona):
    other = actions.create_customer(fields={"name": "Globex"}, by=mona, at=NOON)
    ticket(other, 1, is_escalated=True)

    assert reading(acme, "complaints") == 0


def test_renewal_intent_is_what_the_profile_says(acme, says):
    says(renewal_intent_percent=85)

    assert reading(acme, "renewal_intent") == 85
