"""How far an objective and a plan are, and milestones that would wait for each other."""

from datetime import date
from decimal import Decimal

import pytest

from tenure.plans.rules import Step, circle, is_reached, progress, progress_percent
from tenure.plans.words import Direction

HIGHER, LOWER = Direction.HIGHER, Direction.LOWER
DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("baseline", "target", "current", "direction", "percent"),
    [
        (40, 80, 50, HIGHER, 25),  # 10 of 40
        (40, 80, 90, HIGHER, 100),
        (40, 80, 30, HIGHER, 0),
        (12, 4, 6, LOWER, 75),  # 6 of 8
        (-20, 30, 5, HIGHER, 50),  # 25 of 50
        (0, 3, 2, HIGHER, 66),
        (50, 50, 50, HIGHER, 100),  # to be held
        (50, 50, 49, HIGHER, 0),
        (50, 50, 49, LOWER, 100),
        (None, 80, 50, HIGHER, None),
        (40, None, 50, HIGHER, None),
        (40, 80, None, HIGHER, None),
    ],
)
def test_progress_is_the_way_that_is_behind_us(baseline, target, current, direction, percent):
    told = [None if one is None else Decimal(one) for one in (baseline, target, current)]

    assert progress_percent(*told, direction) == percent


def test_unknown_is_not_reached():
    assert not is_reached(Decimal(5), None, LOWER)
    assert not is_reached(None, Decimal(5), HIGHER)
    assert is_reached(Decimal(5), Decimal(4), LOWER)


@pytest.mark.parametrize(
    ("after", "path"),
    [
        ({}, []),
        ({"b": {"a"}, "c": {"a", "b"}}, []),
        ({"a": {"a"}}, ["a", "a"]),
        ({"a": {"c"}, "b": {"a"}, "c": {"b"}}, ["a", "c", "b", "a"]),
        ({"d": {"a"}, "a": {"b"}, "b": {"a"}}, ["a", "b", "a"]),
    ],
)
def test_a_circle_is_found_and_told(after, path):
    assert circle(after) == path


def test_a_long_order_without_a_circle_is_seen_through():
    assert circle({n: {n - 1, n - 2} for n in range(2, 3000)}) == []


def test_a_plan_is_as_far_as_its_milestones():
    steps = [
        Step("Kickoff", date(2026, 11, 2), date(2026, 11, 3)),
        Step("Setup", date(2026, 11, 13), None),
        Step("Training", date(2026, 11, 20), None),
        Step("Go-live", date(2026, 11, 23), None),
    ]
    told = progress(steps, [50, None, 25], DAY)

    assert (told.done, told.of, told.percent) == (1, 4, 25)
    assert (told.late, told.days_late, told.next.title) == (2, 10, "Setup")
    assert (told.reached_percent, told.objectives, told.objectives_known) == (37, 3, 2)


def test_a_plan_without_milestones_has_no_progress():
    told = progress([], [None], DAY)

    assert (told.percent, told.next, told.reached_percent, told.days_late) == (None, None, None, 0)
