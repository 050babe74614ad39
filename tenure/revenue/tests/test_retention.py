"""Rates of retention, worked by hand, empty and zero cases included."""

import pytest

from tenure.revenue import retention as rates


def test_net_counts_what_was_bought_more_and_gross_does_not():
    assert rates.net_retention(1_000, 200, -50, -100).percent == 105
    assert rates.gross_retention(1_000, -50, -100).percent == 85


def test_the_rate_of_nothing_is_unknown():
    assert rates.net_retention(0, 0, 0, 0).value is None
    assert rates.logo_churn(0, 0).percent is None


def test_logos_and_revenue_differ():
    """Of ten customers two small ones leave."""
    assert rates.logo_churn(10, 2).percent == 20
    assert rates.revenue_churn(10_000, -300).percent == 3


@pytest.mark.parametrize(
    ("churn", "days", "yearly"),
    [(0.0, 30, 0.0), (1.0, 30, 1.0), (0.05, 365, 0.05), (None, 30, None), (0.1, 0, None)],
)
def test_the_ends_of_annualising(churn, days, yearly):
    assert rates.annualised(churn, days) == (None if yearly is None else pytest.approx(yearly))


def test_a_month_is_not_taken_twelve_times():
    # 3% a month: 1 - 0.97^12 = 30.6% a year, and not 36%
    assert rates.annualised(0.03, 365 / 12) == pytest.approx(0.3062, abs=1e-4)
