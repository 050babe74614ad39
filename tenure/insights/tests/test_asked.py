"""Metrics of what customers ask for and whether they were answered, each worked by hand."""

from datetime import UTC, date, datetime

from tenure.customers.models import Customer
from tenure.insights.figure import Scope
from tenure.insights.figures import figures
from tenure.insights.models import PeriodMetrics
from tenure.insights.tests.making import OCTOBER, told, value
from tenure.programme.words import Tier
from tenure.requests.models import Request

FIRST, TENTH, LAST = date(2026, 10, 1), date(2026, 10, 10), date(2026, 10, 31)
BEFORE_THE_END = datetime(2026, 10, 31, 23, 59, tzinfo=UTC)
NOVEMBER = datetime(2026, 11, 1, tzinfo=UTC)


def ask(customer, day: date, **more) -> None:
    Request.objects.create(customer=customer, title="x", theme="Reports", asked_on=day, **more)


def heard(at: datetime, **more) -> dict[str, object]:
    return {"state": "ACKNOWLEDGED", "acknowledged_at": at} | more


def test_where_nothing_was_ever_written_down_nothing_is_known(two):
    assert value("requests") is None
    assert told("request_response") is None


def test_what_was_written_down_later_tells_nothing_of_an_earlier_time(two):
    ask(two[0], date(2026, 11, 1))
    assert value("requests") is None


def test_a_time_without_requests_has_none_and_nobody_was_owed_an_answer(two):
    ask(two[0], date(2026, 9, 30), **heard(BEFORE_THE_END))
    assert value("requests") == 0
    assert figures(OCTOBER)["requests"].customers == 2
    assert told("request_response") is None


def test_requests_count_on_the_day_they_were_asked(two):
    for day in (date(2026, 9, 30), FIRST, TENTH, LAST, date(2026, 11, 1)):
        ask(two[0], day)
    ask(two[1], TENTH)
    assert value("requests") == 4
    assert told("requests", Scope(Tier.ENTERPRISE)) == 3
    assert PeriodMetrics.objects.get(customer=two[1]).parts["requests"] == [1, 1]


def test_answered_is_what_was_acknowledged_by_the_end_whatever_came_of_it(two):
    ask(two[0], FIRST, **heard(BEFORE_THE_END))
    ask(two[0], TENTH, **heard(BEFORE_THE_END, state="PLANNED"))
    ask(two[0], LAST, **heard(NOVEMBER))
    ask(two[1], LAST, **heard(BEFORE_THE_END, state="DECLINED", ended_at=NOVEMBER, answer="No"))
    ask(two[1], LAST)
    assert value("request_response") == 60  # three of five
    assert told("request_response", Scope(Tier.SMALL_BUSINESS)) == 50


def test_nobody_answered_is_zero_and_not_unknown(two):
    ask(two[0], TENTH)
    assert value("request_response") == 0


def test_who_left_before_counts_only_where_it_asked(two):
    Customer.objects.update(status="CHURNED", churned_on=date(2026, 9, 1))
    ask(two[0], TENTH)
    assert value("requests") == 1
    assert figures(OCTOBER)["requests"].customers == 1
