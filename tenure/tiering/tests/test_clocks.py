"""Clocks of support: worked by hand at weekends, holidays and the change to summer time, and held
against the reckoning one by one."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from tenure.programme.calendar import Calendar, Clock, OwnHoliday
from tenure.programme.working import due_at, hours_between
from tenure.tiering.rules.clocks import due, hours_left, standing

BERLIN = ZoneInfo("Europe/Berlin")
CLOCKS = {"P1": Clock.CALENDAR, "P2": Clock.CALENDAR, "P3": Clock.BUSINESS, "P4": Clock.BUSINESS}
GERMAN = Calendar(
    time_zone="Europe/Berlin", working_weekdays=(1, 2, 3, 4, 5), opens=time(9), closes=time(17),
    country="DE", holiday=(OwnHoliday(date(2027, 3, 24), "Move to the new office"),), clock=CLOCKS, resolution_clock=CLOCKS,
)  # fmt: skip


def berlin(*told):
    return datetime(*told, tzinfo=BERLIN)


def due_one(opened, priority, hours):
    found = due(GERMAN, np.array([opened.timestamp()]), np.array([priority]), np.array([hours]))
    return datetime.fromtimestamp(float(found[0]), UTC)


@pytest.mark.parametrize(
    ("opened", "priority", "hours", "by"),
    [
        # Friday 16:00 and three hours of business: one on Friday, two on Monday.
        (berlin(2026, 11, 20, 16), "P3", 3.0, berlin(2026, 11, 23, 11)),
        (berlin(2026, 11, 20, 16), "P1", 3.0, berlin(2026, 11, 20, 19)),
        # To the last minute of the day, not to the first one of the next.
        (berlin(2026, 11, 23, 9), "P4", 8.0, berlin(2026, 11, 23, 17)),
        # Opened at night: the clock starts when we open.
        (berlin(2026, 11, 23, 3), "P3", 1.0, berlin(2026, 11, 23, 10)),
        (berlin(2026, 11, 22, 12), "P3", 1.0, berlin(2026, 11, 23, 10)),
        # Good Friday and Easter Monday 2027 are the 26th and the 29th of March, and summer time
        # begins between them. The 24th is a holiday of our own.
        (berlin(2027, 3, 25, 16), "P3", 2.0, berlin(2027, 3, 30, 10)),
        (berlin(2027, 3, 23, 16), "P3", 2.0, berlin(2027, 3, 25, 10)),
        # The night of 28 March 2027 has no hour from two to three: four hours later it is seven.
        (berlin(2027, 3, 28, 1), "P1", 4.0, berlin(2027, 3, 28, 6)),
        # The night of 25 October 2026 has one hour twice.
        (berlin(2026, 10, 25, 1), "P1", 4.0, berlin(2026, 10, 25, 4)),
        # Across the change: eight open hours are a working day, whatever the clock does at night.
        (berlin(2026, 10, 23, 12), "P3", 8.0, berlin(2026, 10, 26, 12)),
        # The leap day is worked on.
        (berlin(2028, 2, 28, 16), "P3", 2.0, berlin(2028, 2, 29, 10)),
    ],
)
def test_due_by_hand(opened, priority, hours, by):
    assert due_one(opened, priority, hours) == by.astimezone(UTC)


def test_many_at_once_are_what_each_is_alone():
    random, start = Random(7), berlin(2026, 9, 1)
    opened = [start + timedelta(minutes=random.randrange(400 * 1440)) for _ in range(400)]
    priority = [random.choice(["P1", "P2", "P3", "P4"]) for _ in opened]
    hours = [random.choice((1, 2.5, 8, 24, 72, 336)) for _ in opened]

    found = due(
        GERMAN, np.array([one.timestamp() for one in opened]), np.array(priority), np.array(hours)
    )

    alone = [
        due_at(GERMAN, one, many, CLOCKS[which]).timestamp()
        for one, many, which in zip(opened, hours, priority, strict=True)
    ]
    assert np.abs(found - np.array(alone)).max() < 0.01


def test_hours_left_are_hours_of_the_clock_that_runs():
    at = berlin(2026, 11, 20, 15)
    by = [berlin(2026, 11, 23, 11), berlin(2026, 11, 23, 11), berlin(2026, 11, 19, 16), berlin(2026, 11, 20, 15)]  # fmt: skip
    left = hours_left(
        GERMAN, np.array([one.timestamp() for one in by]), np.array(["P3", "P1", "P3", "P4"]),
        at.timestamp(),
    )  # fmt: skip

    # Friday 15 to 17 and Monday 9 to 11; three days but for four hours; Thursday 16 to 17 and Friday
    # 9 to 15, late; due this moment.
    assert left.round(6).tolist() == [4.0, 68.0, -7.0, 0.0]
    assert hours_between(GERMAN, at, by[0], Clock.BUSINESS) == 4.0


@pytest.mark.parametrize(
    ("due_in", "ended", "is_over", "word"),
    [
        (0, 0, True, "KEPT"),  # on the very moment
        (0, 1, True, "MISSED"),
        (10, 5, False, "KEPT"),  # answered, still open
        (10, None, False, "RUNNING"),
        (5, None, False, "RUNNING"),  # due now
        (4, None, False, "BREACHED"),
        (10, None, True, "UNKNOWN"),  # closed, and nobody told when it was answered
        (None, 5, True, "UNKNOWN"),  # nothing is promised
        (4, 6, False, "BREACHED"),  # what is told to come has not come yet
    ],
)
def test_how_a_promise_stands_at_second_five(due_in, ended, is_over, word):
    told = [np.array([np.nan if one is None else float(one)]) for one in (due_in, ended)]

    assert standing(*told, np.array([is_over]), 5.0) == [word]
