"""Which reviews are due: by the stretches of the calendar, one for several where one will do."""

from datetime import date
from uuid import UUID

import pytest

from tenure.portfolio.reviewing.due import DueState, Meeting, dues
from tenure.programme.tiers import TierReview
from tenure.programme.words import Cadence
from tenure.tiering.rules.cadence import Span

MONTHLY, QUARTERLY = TierReview(Cadence.MONTHLY), TierReview(Cadence.QUARTERLY)
WEEKLY, ANNUAL = TierReview(Cadence.WEEKLY), TierReview(Cadence.ANNUAL)
TODAY = date(2026, 11, 23)


def met(number: int, kind: str, *day: int) -> Meeting:
    return Meeting(UUID(int=number), kind, date(*day))


def told(promised, held=(), scheduled=(), begins=date(2026, 7, 1), today=TODAY, until=date.max):
    span = Span(begins, begins, until, date(2026, 7, 1), today)
    return [
        (one.cadence.value, one.last.strftime("%m-%d"), one.state.value, len(one.also))
        for one in dues(promised, held, scheduled, span)
    ]


def test_without_a_review_each_quarter_is_missed_and_this_one_is_due():
    assert told([QUARTERLY]) == [
        ("QUARTERLY", "09-30", "MISSED", 0),
        ("QUARTERLY", "12-31", "DUE", 0),
    ]


def test_what_is_open_by_one_day_is_one_review():
    assert told([MONTHLY, QUARTERLY]) == [
        ("MONTHLY", "07-31", "MISSED", 0),
        ("MONTHLY", "08-31", "MISSED", 0),
        ("QUARTERLY", "09-30", "MISSED", 1),
        ("MONTHLY", "10-31", "MISSED", 0),
        ("MONTHLY", "11-30", "DUE", 0),
        ("QUARTERLY", "12-31", "DUE", 0),
    ]


def test_a_quarterly_review_is_also_the_monthly_one_of_its_month():
    held = [met(1, "QUARTERLY", 2026, 8, 12), met(2, "MONTHLY", 2026, 9, 9)]
    assert told([MONTHLY, QUARTERLY], held, today=date(2026, 9, 30)) == [
        ("MONTHLY", "07-31", "MISSED", 0),
        ("QUARTERLY", "09-30", "HELD", 1),
        ("MONTHLY", "09-30", "HELD", 0),
    ]


def test_a_monthly_review_does_not_keep_the_quarter():
    held = [met(1, "MONTHLY", 2026, 9, 9)]
    assert told([QUARTERLY], held, today=date(2026, 10, 1))[0][2] == "MISSED"


@pytest.mark.parametrize(("kind", "state"), [("EXECUTIVE", "HELD"), ("STRATEGIC", "HELD"),
                                             ("WEEKLY", "DUE")])  # fmt: skip
def test_what_looks_further_does_for_what_looks_nearer(kind, state):
    assert told([QUARTERLY], [met(1, kind, 2026, 11, 2)])[-1][2] == state


def test_what_is_scheduled_within_the_stretch_is_no_longer_due():
    coming = [met(1, "QUARTERLY", 2026, 12, 3)]
    assert told([QUARTERLY], scheduled=coming)[-1] == ("QUARTERLY", "12-31", "SCHEDULED", 0)


def test_one_scheduled_after_the_stretch_leaves_it_due():
    coming = [met(1, "QUARTERLY", 2027, 1, 3)]
    assert told([QUARTERLY], scheduled=coming)[-1][2] == "DUE"


def test_the_last_whole_week_of_a_month_goes_with_its_month():
    found = told([WEEKLY, MONTHLY], begins=date(2026, 10, 1), today=date(2026, 11, 2))
    assert found == [
        ("WEEKLY", "10-11", "MISSED", 0),
        ("WEEKLY", "10-18", "MISSED", 0),
        ("MONTHLY", "10-31", "MISSED", 1),  # with the week to 25 October
        ("WEEKLY", "11-01", "MISSED", 0),
        ("WEEKLY", "11-08", "DUE", 0),
        ("MONTHLY", "11-30", "DUE", 0),
    ]


def test_who_came_in_the_middle_of_a_quarter_is_due_in_the_next_one():
    assert told([QUARTERLY], begins=date(2026, 8, 2), today=date(2026, 9, 30)) == []


def test_who_left_within_a_quarter_was_promised_none_for_it():
    assert told([QUARTERLY], until=date(2026, 12, 1))[-1] == ("QUARTERLY", "09-30", "MISSED", 0)


def test_the_first_days_of_a_customer_end():
    early = TierReview(Cadence.WEEKLY, first_days=14)
    assert told([early], begins=date(2026, 11, 2)) == [
        ("WEEKLY", "11-08", "MISSED", 0), ("WEEKLY", "11-15", "MISSED", 0),
    ]  # fmt: skip


def test_what_ended_before_anybody_wrote_reviews_down_is_unknown():
    span = Span(date(2025, 1, 1), date(2025, 1, 1), date.max, date(2026, 11, 1), TODAY)
    found = dues([ANNUAL, QUARTERLY], [], [], span)
    assert [(one.cadence, one.state) for one in found] == [(Cadence.ANNUAL, DueState.DUE)]
    assert found[0].also == (Cadence.QUARTERLY,)
