"""The measures of engagement and adoption, each worked out by hand from a few days of usage.

The month that counts ends on Monday 23 November 2026 and has 30 days, 21 of them working days.
"""

import pytest

from tenure.customers import actions
from tenure.health.tests.worlds import contract, feature, reading, usage
from tests.moments import NOON


def test_nothing_is_known_of_a_customer_without_usage(acme):
    for code in ("login_frequency", "feature_adoption", "time_spent", "daily_active_users"):
        assert reading(acme, code) is None


def test_logins_are_divided_by_the_busiest_days_users_and_by_weeks(acme):
    usage(acme, 0, active_users=4, logins=50)
    usage(acme, 29, active_users=10, logins=100)
    usage(acme, 30, active_users=90, logins=9_000)

    # 150 logins, 10 users, 30 / 7 weeks: 150 / 10 / 4.2857 = 3.5
    assert reading(acme, "login_frequency") == pytest.approx(3.5)


def test_a_silent_month_is_no_login_at_all(acme):
    usage(acme, 60, active_users=4, logins=50)
    usage_of_somebody_else_keeps_the_feed_alive(acme)

    assert reading(acme, "login_frequency") == 0


def test_logins_that_are_not_counted_are_unknown(acme):
    usage(acme, 0, active_users=4, uses=50)

    assert reading(acme, "login_frequency") is None


def test_a_feature_that_is_not_core_or_was_used_long_ago_does_not_count(acme):
    for name in ("Quotes", "Leads", "Reports", "Exports"):
        feature(name)
    feature("Beta", is_core=False)
    usage(acme, 0, "Quotes", uses=3)
    usage(acme, 89, "Leads", uses=1)
    usage(acme, 90, "Reports", uses=9)
    usage(acme, 0, "Exports", uses=0)
    usage(acme, 0, "Beta", uses=5)

    assert reading(acme, "feature_adoption") == 50  # Quotes and Leads of four


def test_time_is_divided_by_users_and_weeks(acme):
    usage(acme, 0, active_users=2, seconds=36_000)
    usage(acme, 1, active_users=3, seconds=18_000)

    # 600 + 300 minutes, 3 users, 30 / 7 weeks: 900 / 3 / 4.2857 = 70
    assert reading(acme, "time_spent") == pytest.approx(70)


def test_time_of_the_whole_product_counts_and_not_the_sum_of_its_features_again(acme):
    usage(acme, 0, active_users=1, seconds=18_000)
    usage(acme, 0, "Quotes", active_users=1, seconds=12_000)
    usage(acme, 0, "Leads", active_users=1, seconds=12_000)

    assert reading(acme, "time_spent") == pytest.approx(70)  # 300 minutes / (30 / 7)


def test_time_is_divided_by_seats_where_users_are_not_counted(acme):
    contract(acme, 200, 1_000, seats=5)
    usage(acme, 0, seconds=90_000)

    assert reading(acme, "time_spent") == pytest.approx(70)  # 1,500 minutes / 5 / (30 / 7)


def test_daily_users_are_a_mean_over_working_days_and_a_share_of_seats(acme):
    contract(acme, 200, 1_000, seats=20)
    usage(acme, 0, active_users=21)
    usage(acme, 1, active_users=20)  # a Sunday
    usage(acme, 3, active_users=21)

    # 42 on 21 working days are 2 a day, of 20 seats
    assert reading(acme, "daily_active_users") == pytest.approx(10)


def test_daily_users_of_a_customer_without_seats_are_unknown(acme):
    usage(acme, 0, active_users=21)

    assert reading(acme, "daily_active_users") is None


def test_adoption_is_what_the_profile_says(acme, alice):
    actions.change_profile(customer=acme, changes={"adoption_percent": 64}, by=alice, at=NOON)

    assert reading(acme, "adoption_velocity") == 64


def test_adoption_without_a_profile_is_the_busiest_day_by_licensed_users(acme):
    contract(acme, 200, 1_000, seats=40)
    usage(acme, 0, active_users=10)
    usage(acme, 5, active_users=30)

    assert reading(acme, "adoption_velocity") == 75


def usage_of_somebody_else_keeps_the_feed_alive(acme):
    other = actions.create_customer(fields={"name": "Globex"}, by=acme.success_profile.csm, at=NOON)
    usage(other, 0, active_users=1, logins=1)
