"""How figures are written: with their unit, real signs, and what they are made of."""

from datetime import date

import pytest

from tenure.insights.course import course
from tenure.insights.figure import Figure
from tenure.insights.metrics import BY_CODE
from tenure.insights.periods import periods
from tenure.insights.templatetags.figures import aim, change_in, part_above, part_below, unit_of
from tenure.insights.view import parts_of, written
from tenure.insights.words import PeriodType
from tenure.programme.part import Bound

LAST = date(2026, 5, 31)


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [(None, "percent", "unknown"), (-31.25, "points", "−31"), (-0.0, "percent", "0.0%"),
     (-0.04, "percent", "0.0%"), (321738.4, "money", "$321,738"), (953.0, "days", "953"),
     (4.5, "touchpoints", "4.5"), (-97.71, "percent", "−97.7%")],
)  # fmt: skip
def test_a_figure_is_as_precise_as_it_can_be_meant(value, unit, words):
    assert written(value, unit) == words


def test_shares_differ_by_points():
    assert change_in(-12.9, "percent") == "−12.9 pts"
    assert change_in(914.1, "days") == "+914.1"
    assert change_in(0.01, "percent") == "±0"
    assert change_in(None, "percent") == ""


def test_a_target_in_money_has_its_sign():
    assert aim(Bound(above=50000), "money") == "over $50,000"
    assert aim(None, "money") == "no target"


@pytest.mark.parametrize(
    ("code", "above", "below"),
    [("churn", "Customers that left", "Customers at the start"), ("nps", "Promoters minus detractors", "Answers"),
     ("csat", "Answers of 4 and 5", "Answers"), ("time_to_value", "Days in all", "Customers"),
     ("nrr", "Start + expansion - downsell - churn", "Recurring revenue at the start")],
)  # fmt: skip
def test_columns_are_named_by_the_definition(code, above, below):
    assert parts_of(Figure(BY_CODE[code])) == (above, below)


@pytest.mark.parametrize(
    ("code", "above", "below"),
    [("nrr", "$1,200,001", "$8"), ("nrr_renewals", "$1,200,001", "$8"), ("roi", "$1,200,001", "$8"),
     ("clv", "$1,200,001", "8"), ("churn", "1,200,000.6", "8")],
)  # fmt: skip
def test_money_that_a_figure_is_made_of_has_its_sign(code, above, below):
    figure = Figure(BY_CODE[code], 1_200_000.6, 8, 1)

    assert (part_above(figure.numerator, figure), part_below(8, figure)) == (above, below)


def test_days_are_told_to_be_days_where_they_are_known():
    assert unit_of(Figure(BY_CODE["time_to_value"], 39, 1, 1)) == "days"
    assert unit_of(Figure(BY_CODE["time_to_value"])) == ""


def test_a_line_has_a_gap_where_nothing_is_known():
    rule = BY_CODE["churn"]
    told = (
        [Figure(rule, n, 10, 10) for n in (1, 2)] + [Figure(rule)] + [Figure(rule, 0, 10, 10)] * 2
    )
    drawn = course(periods(PeriodType.MONTHLY, LAST, 5), told)

    assert drawn is not None
    assert [len(one.split()) for one in drawn.lines] == [2, 2]
    assert len(drawn.dots) == 4
    assert course(periods(PeriodType.MONTHLY, LAST, 1), told[:1]) is None
