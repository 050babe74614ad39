"""Months and periods."""

from datetime import date

import pytest

from tenure.tiering.rules.months import complete_months, months_between, next_period, period_of


@pytest.mark.parametrize(
    ("day", "months"),
    [
        (date(2026, 11, 1), (date(2026, 9, 1), date(2026, 10, 1))),
        (date(2026, 11, 30), (date(2026, 9, 1), date(2026, 10, 1))),
        (date(2027, 1, 1), (date(2026, 11, 1), date(2026, 12, 1))),
        (date(2028, 2, 29), (date(2027, 12, 1), date(2028, 1, 1))),
    ],
)
def test_a_month_counts_when_it_is_over(day, months):
    assert complete_months(day, 2) == months


@pytest.mark.parametrize(
    ("day", "every", "period", "after"),
    [
        (date(2026, 11, 23), 3, date(2026, 10, 1), date(2027, 1, 1)),
        (date(2026, 10, 1), 3, date(2026, 10, 1), date(2027, 1, 1)),
        (date(2026, 9, 30), 3, date(2026, 7, 1), date(2026, 10, 1)),
        (date(2026, 11, 23), 6, date(2026, 7, 1), date(2027, 1, 1)),
        (date(2026, 11, 23), 12, date(2026, 1, 1), date(2027, 1, 1)),
        (date(2026, 11, 23), 1, date(2026, 11, 1), date(2026, 12, 1)),
    ],
)
def test_a_period_begins_with_the_year_and_lasts_its_months(day, every, period, after):
    assert (period_of(day, every), next_period(day, every)) == (period, after)


def test_only_whole_months_lie_between_two_days():
    assert list(months_between(date(2026, 1, 2), date(2026, 4, 30))) == [
        date(2026, 2, 1), date(2026, 3, 1), date(2026, 4, 1),
    ]  # fmt: skip
    assert list(months_between(date(2028, 2, 1), date(2028, 2, 28))) == []  # a leap year
    assert list(months_between(date(2028, 2, 1), date(2028, 2, 29))) == [date(2028, 2, 1)]
