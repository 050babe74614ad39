"""How customers fare: levels over time, and moods that follow them."""

from datetime import date, datetime

import pytest

from tenure.demo.arcs import ARCS, dip, ramp
from tenure.demo.scene import Scene, workday
from tests.moments import NOON


@pytest.mark.parametrize(
    ("day", "level"), [(0, 0.6), (100, 0.6), (130, 0.4), (160, 0.2), (548, 0.2)]
)
def test_a_ramp_leads_from_one_level_to_another(day, level):
    assert ramp(100, before=0.6, after=0.2, days=60)(day) == pytest.approx(level)


@pytest.mark.parametrize(("day", "level"), [(100, 0.8), (150, 0.2), (180, 0.2), (250, 0.76)])
def test_a_dip_comes_back_to_nearly_where_it_was(day, level):
    assert dip(100, base=0.8, bottom=0.2, days=50)(day) == pytest.approx(level)


def test_mood_follows_use_by_eighteen_days():
    arc = ARCS["slips"](0.0, 0.0)  # falls from day 462 on

    assert arc.engagement(470) < arc.engagement(462)
    assert arc.satisfaction(470) == arc.satisfaction(462)
    assert arc.satisfaction(490) < arc.satisfaction(470)


@pytest.mark.parametrize("name", ARCS)
@pytest.mark.parametrize("turn", [0.0, 0.999])
def test_every_arc_stays_within_bounds_and_within_the_story(name, turn):
    arc = ARCS[name](0.999, turn)

    assert all(0 <= arc.engagement(day) <= 1 for day in range(0, 549, 4))
    assert arc.joins_day < 548
    assert arc.leaves_day is None or arc.joins_day < arc.leaves_day < 548


@pytest.mark.parametrize("name", [name for name in ARCS if ARCS[name](0.5, 0.5).leaves_day])
def test_who_leaves_has_lost_interest_and_has_a_reason(name):
    arc = ARCS[name](0.5, 0.5)

    assert arc.engagement(arc.leaves_day) < 0.2
    assert arc.reason


def test_an_hour_of_today_that_is_not_over_is_now():
    scene = Scene(players=[], now=NOON)

    assert scene.at(NOON.date(), 17) == NOON
    assert scene.at(NOON.date(), 9) == datetime(2026, 11, 23, 9, tzinfo=NOON.tzinfo)


def test_what_falls_on_a_weekend_happens_on_monday():
    saturday, sunday, monday = date(2026, 11, 21), date(2026, 11, 22), date(2026, 11, 23)

    assert [workday(day) for day in (saturday, sunday, monday)] == [monday, monday, monday]
