"""The chart of health: every point lies on the paper."""

from datetime import date, timedelta
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from tenure.health.charts import plot_health
from tenure.health.plots import Event
from tenure.health.templatetags.health_marks import diverging, spark, steps
from tenure.programme.in_force import scorecard

LEVELS = scorecard().levels
PAGE = {"request": SimpleNamespace(good_from=60)}
FIRST = date(2026, 1, 1)


def line(*scores: int) -> list[tuple[date, int]]:
    return [(FIRST + timedelta(days=7 * place), score) for place, score in enumerate(scores)]


@given(st.lists(st.integers(0, 100), min_size=1, max_size=60), st.sampled_from([358, 780]))
def test_every_point_lies_inside_the_frame(scores, width):
    plot = plot_health(line(*scores), [], LEVELS, width)

    for point in (*plot.points, *plot.grid):
        assert 0 <= point.x <= width
        assert plot.zone_top >= 0
        assert 0 <= point.y <= plot.floor


def test_the_first_and_the_last_day_stand_at_the_edges_and_100_on_top():
    plot = plot_health(line(100, 50, 60), [], LEVELS, 780)

    assert (plot.points[0].x, plot.points[0].y) == (28, 22)
    assert plot.points[-1].x == 772
    assert plot.path == "M28.0 22.0L400.0 134.0L772.0 111.6"


def test_a_single_score_is_one_point():
    plot = plot_health(line(70), [], LEVELS, 358)

    assert [(point.x, point.text) for point in plot.points] == [(28, "1 Jan 2026: 70")]


def test_an_event_is_marked_on_the_score_of_its_time():
    when = FIRST + timedelta(days=10)
    plot = plot_health(line(90, 50, 60), [Event(when, "The champion left")], LEVELS, 780)

    mark = plot.events[0]
    assert (mark.number, mark.y, mark.event.text) == (1, plot.points[1].y, "The champion left")
    assert plot.points[1].x < mark.x < plot.points[2].x


def test_months_are_named_as_many_as_fit():
    year = [(FIRST + timedelta(days=day), 70) for day in (0, 364)]

    narrow = [mark.text for mark in plot_health(year, [], LEVELS, 358).months]

    assert narrow == ["Feb", "Apr", "Jun", "Aug", "Oct", "Dec"]


def test_a_line_of_one_score_or_none_is_not_drawn():
    assert (
        spark(PAGE, [], "GOOD")
        == spark(PAGE, None, None)
        == spark(PAGE, [None, 70, None], "GOOD")
        == ""
    )


def test_a_line_skips_what_is_unknown():
    assert spark(PAGE, [None, 60, None, 80], "GOOD").count(",") == 2


def test_steps_are_dashes_of_done_next_and_to_come():
    drawn = steps(2, 4)

    assert [drawn.count(f'class="{kind}"') for kind in "dnr"] == [2, 1, 1]


def test_a_bar_goes_left_for_points_lost_and_right_for_points_gained():
    assert '<rect x="24.0"' in diverging(-5, 10)
    assert '<rect x="48.0"' in diverging(5, 10)
    assert diverging(None, 10) == diverging(5, 0) == ""
