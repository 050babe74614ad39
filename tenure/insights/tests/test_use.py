"""Metrics of how much the product is in use, each worked by hand."""

from datetime import date

import pytest

from tenure.customers.models import SuccessProfile
from tenure.insights.figures import figures
from tenure.insights.tests.making import OCTOBER, contract, told, used, value


def test_people_of_a_day_and_of_a_month_over_the_seats(two):
    contract(two[0], date(2026, 1, 1), None, 1_000, seats=20)
    for day, people in ((12, 10), (13, 5), (17, 8)):  # the last is a Saturday
        used(two[0], date(2026, 10, day), active_users=people, logins=12, seconds=7_200)
    used(two[1], date(2026, 10, 12), active_users=9)  # of no known seats

    assert value("dau") == pytest.approx(100 * 7.5 / 20)
    assert told("mau") == told("seat_utilisation") == 50
    assert told("stickiness") == pytest.approx(100 * (7.5 + 9) / (10 + 9))
    assert told("login_frequency") == pytest.approx(36 / 4 / 10)
    assert told("session_duration") == pytest.approx(3 * 120 / 36)


def test_different_people_of_a_month_stand_for_the_fullest_day(two):
    for one, seats in zip(two, (20, 40), strict=True):
        contract(one, date(2026, 1, 1), None, 1_000, seats=seats)
        used(one, date(2026, 10, 12), active_users=10, logins=40)
    used(two[0], date(2026, 10, 24), active_users_28_days=19)  # eight days before November
    used(two[0], date(2026, 10, 25), active_users_28_days=15)
    used(two[0], date(2026, 10, 30), active_users=4)  # that day nobody counted the month

    assert value("mau") == told("seat_utilisation") == pytest.approx(100 * (15 + 10) / (20 + 40))
    assert told("stickiness") == pytest.approx(100 * (7 + 10) / (15 + 10))
    assert told("login_frequency") == pytest.approx(80 / 4 / (15 + 10))


def test_different_people_of_a_week_are_the_newest_of_each_customer(two):
    for day, people in ((24, 90), (25, 12), (28, 14)):
        used(two[0], date(2026, 10, day), active_users_7_days=people)
    used(two[1], date(2026, 10, 30), active_users_7_days=0)

    assert value("wau") == 14
    assert figures(OCTOBER)["wau"].customers == 2


def test_nobody_in_a_week_and_a_month_is_zero_and_not_unknown(two):
    contract(two[0], date(2026, 1, 1), None, 1_000, seats=20)
    used(two[0], date(2026, 10, 31), active_users_7_days=0, active_users_28_days=0)

    assert value("wau") == told("mau") == told("seat_utilisation") == 0
    assert told("stickiness") is None  # nobody came of nobody


def test_logins_of_nobody_are_no_frequency(two):
    used(two[0], date(2026, 10, 31), active_users_28_days=0, logins=3)
    assert value("login_frequency") is None


def test_days_alone_do_not_tell_the_people_of_a_week(two):
    used(two[0], date(2026, 10, 30), active_users=3)
    assert value("wau") is None


def test_features_that_were_used_of_the_core_ones(two):
    for name, uses in (("Leads", 5), ("Routing", 0), ("Reports", 2)):
        used(two[0], date(2026, 10, 29), name, uses=uses)
    used(two[1], date(2026, 10, 20), "Leads", uses=1)  # not in the last week

    assert value("feature_adoption") == pytest.approx(100 * (2 + 1) / (3 + 3))
    assert told("feature_depth") == 2


def test_who_is_trained_of_those_who_are_to_be(two):
    SuccessProfile.objects.filter(customer=two[0]).update(total_users=10, users_trained=7)
    assert value("activation") == 70  # of the other nothing is known


def test_what_is_not_measured_stays_unknown(two):
    used(two[0], date(2026, 10, 12), active_users=3)
    assert value("dau") is None  # nobody knows the seats
    assert told("session_duration") is None
    assert told("wau") is None


def test_use_in_another_month_does_not_count(two):
    contract(two[0], date(2026, 1, 1), None, 1_000, seats=20)
    used(two[0], date(2026, 11, 1), active_users=10)
    assert value("mau") is None
