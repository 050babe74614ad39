"""Phase, progress, lateness and being stuck, worked by hand."""

from datetime import date, timedelta

import pytest

from tenure.onboarding.queries import progress_of
from tenure.onboarding.rules import Step, progress
from tenure.programme.loading import read_programme

MADE = read_programme()
KICKOFF = date(2026, 12, 1)  # a Tuesday


def step(phase, day, done=None, *, is_milestone=True):
    on = KICKOFF + timedelta(days=day)
    return Step(phase, f"{phase} {day}", on, done, is_milestone)


def on(today, *steps):
    return progress(steps, KICKOFF, today, MADE.onboarding, MADE.calendar)


STEPS = (
    step("discovery", 0, KICKOFF),
    step("technical_setup", 9, is_milestone=False),
    step("technical_setup", 14),
    step("go_live", 21),
)


def test_before_the_kickoff_it_is_prepared():
    assert on(date(2026, 11, 20), *STEPS[1:]).phase == "before_kickoff"


def test_the_phase_is_that_of_the_next_milestone():
    told = on(date(2026, 12, 5), *STEPS)

    assert (told.phase, told.next.title) == ("technical_setup", "technical_setup 14")
    assert (told.done, told.of, told.percent) == (1, 4, 25)
    assert [(p.code, p.done, p.of) for p in told.phases] == [
        ("discovery", 1, 1), ("technical_setup", 0, 2), ("go_live", 0, 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("today", "late", "days"),
    [
        (date(2026, 12, 10), 0, 0),  # the task is due today
        (date(2026, 12, 11), 1, 0),  # a late task; no milestone is late
        (date(2026, 12, 15), 1, 0),
        (date(2026, 12, 18), 2, 3),
        (date(2026, 12, 23), 3, 8),
    ],
)
def test_what_is_late_counts_from_the_day_after(today, late, days):
    told = on(today, *STEPS)

    assert (len(told.late), told.days_late) == (late, days)


@pytest.mark.parametrize(
    ("today", "is_stuck"), [(date(2026, 12, 10), False), (date(2026, 12, 11), True)]
)
def test_it_is_stuck_when_late_and_nothing_moved_for_over_seven_working_days(today, is_stuck):
    moved = (step("discovery", 0, KICKOFF), step("technical_setup", 3))

    assert on(today, *moved).is_stuck is is_stuck


def test_nothing_late_is_never_stuck():
    assert not on(date(2026, 12, 30), step("discovery", 0, KICKOFF), step("go_live", 60)).is_stuck


def test_all_done_is_the_last_phase():
    assert on(date(2027, 3, 1), step("discovery", 0, KICKOFF)).phase == "value"


def test_many_cost_as_many_questions_as_one(onboarding, django_assert_num_queries):
    with django_assert_num_queries(1):
        told = progress_of([onboarding], KICKOFF)

    assert told[onboarding.id].of == 7 + sum(len(p.task) for p in MADE.onboarding.phase)
