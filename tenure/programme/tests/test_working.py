"""Working days and opening hours: weekends, holidays, summer time, leap days, both clocks."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenure.programme.calendar import Calendar, Clock, OwnHoliday
from tenure.programme.working import (
    due_at,
    hours_between,
    plus_working_days,
    working_day,
    working_days_between,
)

BERLIN = ZoneInfo("Europe/Berlin")
CLOCK = {"P1": Clock.CALENDAR, "P2": Clock.CALENDAR, "P3": Clock.BUSINESS, "P4": Clock.BUSINESS}
CALENDAR = Calendar(
    time_zone="Europe/Berlin", working_weekdays=(1, 2, 3, 4, 5), opens=time(9), closes=time(17),
    country="DE", region="BY", clock=CLOCK, resolution_clock=CLOCK,
    holiday=(OwnHoliday(day=date(2027, 12, 24), title="Christmas Eve"),),
)  # fmt: skip
MOMENTS = st.integers(0, 4 * 365 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("day", "moved"),
    [
        (date(2026, 11, 23), date(2026, 11, 23)),  # a Monday
        (date(2026, 11, 28), date(2026, 11, 30)),  # a Saturday
        (date(2027, 1, 6), date(2027, 1, 7)),  # Epiphany is free in Bavaria
        (date(2027, 12, 24), date(2027, 12, 27)),  # our own day, then a weekend
        (date(2028, 2, 29), date(2028, 2, 29)),  # a leap day like others
        (date(2027, 3, 26), date(2027, 3, 30)),  # from Good Friday past Easter Monday
    ],
)
def test_a_day_off_moves_to_the_next_working_day(day, moved):
    assert working_day(CALENDAR, day) == moved


def test_a_day_off_moves_back_when_asked_to():
    assert working_day(CALENDAR, date(2026, 11, 29), back=True) == date(2026, 11, 27)


@pytest.mark.parametrize(
    ("day", "count", "moved"),
    [
        (date(2026, 11, 27), 1, date(2026, 11, 30)),
        (date(2026, 11, 27), 5, date(2026, 12, 4)),
        (date(2028, 2, 28), 2, date(2028, 3, 1)),
        (date(2026, 11, 30), -1, date(2026, 11, 27)),
        (date(2026, 11, 28), 0, date(2026, 11, 30)),
    ],
)
def test_working_days_are_counted_past_days_off(day, count, moved):
    assert plus_working_days(CALENDAR, day, count) == moved


def test_days_between_leave_out_weekends_and_holidays():
    assert working_days_between(CALENDAR, date(2026, 12, 23), date(2026, 12, 28)) == 2


def test_hours_of_the_clock_go_on_through_the_night_and_through_summer_time():
    night_of_change = at(2027, 3, 27, 20)  # clocks go from 2 to 3 in this night

    assert due_at(CALENDAR, night_of_change, 10, Clock.CALENDAR) == at(2027, 3, 28, 7)


@pytest.mark.parametrize(
    ("start", "hours", "due"),
    [
        (at(2026, 11, 23, 10), 4, at(2026, 11, 23, 14)),
        (at(2026, 11, 23, 16), 4, at(2026, 11, 24, 12)),
        (at(2026, 11, 27, 16), 8, at(2026, 11, 30, 16)),
        (at(2026, 11, 28, 3), 1, at(2026, 11, 30, 10)),
        (at(2026, 11, 23, 9), 8, at(2026, 11, 23, 17)),
        (at(2027, 3, 26, 12), 1, at(2027, 3, 30, 10)),  # Good Friday, summer time, Easter Monday
        (at(2027, 10, 29, 16), 2, at(2027, 11, 2, 10)),  # winter time, All Saints
    ],
)
def test_hours_of_business_count_only_while_we_are_open(start, hours, due):
    assert due_at(CALENDAR, start, hours, Clock.BUSINESS) == due
    assert hours_between(CALENDAR, start, due, Clock.BUSINESS) == pytest.approx(hours)


def test_nothing_has_passed_before_the_start():
    assert hours_between(CALENDAR, at(2026, 11, 23, 10), at(2026, 11, 23, 9), Clock.CALENDAR) == 0


@given(start=MOMENTS, hours=st.floats(0.01, 400), clock=st.sampled_from(Clock))
def test_what_is_due_is_so_many_hours_away_by_either_clock(start, hours, clock):
    due = due_at(CALENDAR, start, hours, clock)

    assert due >= start
    assert hours_between(CALENDAR, start, due, clock) == pytest.approx(hours, abs=1e-5)
