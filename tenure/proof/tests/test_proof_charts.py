"""The pictures of a backtest: every point lies on the paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenure.proof.charts import calibration_curve, gains_curve, whisker

share = st.floats(0, 1)


@given(
    st.lists(st.tuples(st.integers(1, 9999), share, share), max_size=10),
    st.sampled_from([358, 520]),
)
def test_every_group_lies_inside_the_frame(bins, width):
    plot = calibration_curve(bins, width)

    for dot in plot.dots:
        assert plot.left <= dot.x <= plot.right
        assert plot.top <= dot.y <= plot.floor


def test_the_gains_run_from_corner_to_corner():
    plot = gains_curve([(0.0, 0.0), (0.5, 0.8), (1.0, 1.0)], 520)

    assert (plot.dots[0].x, plot.dots[0].y) == (plot.left, plot.floor)
    assert (plot.dots[-1].x, plot.dots[-1].y) == (plot.right, plot.top)
    assert plot.dots[1].text == "Lowest 50%: 80% of the leavers"


def test_small_chances_have_a_scale_of_their_own():
    plot = calibration_curve([(10, 0.01, 0.03)], 520)

    assert [tick.text for tick in plot.across] == ["0%", "1%", "2%", "3%", "4%"]


def test_a_whisker_lies_between_its_ends():
    found = whisker(0.8, 0.7, 0.9, 160)

    assert found is not None
    assert 4 <= found.chance < found.low < found.at < found.high <= 156
    assert whisker(None, None, None) is None


@pytest.mark.parametrize("gains", [[], [(0.0, 0.0)]])
def test_without_leavers_nothing_is_drawn_that_is_not_there(gains):
    assert len(gains_curve(gains, 358).dots) == len(gains)
