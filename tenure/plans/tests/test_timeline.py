"""A plan as bars: where they begin, how far they go, and which months stand above."""

from datetime import date

from tenure.plans.timeline import Dot, months, timeline

START, END = date(2026, 11, 1), date(2027, 2, 9)  # a hundred days
KICKOFF, SETUP, LIVE = date(2026, 11, 11), date(2026, 12, 1), date(2026, 12, 31)


def percent(words: str) -> float:
    return float(words.removesuffix("%"))


def drawn(dots, after=None, today=START):
    return timeline(dots, after or {}, START, END, today)


def place(days: int) -> float:
    """A hundred days with two spare ones on both sides."""
    return round(100 * (days + 2) / 104, 2)


def test_a_bar_goes_from_the_one_before_to_its_day():
    bars = drawn([Dot("kickoff", KICKOFF, None), Dot("setup", SETUP, None)]).bars

    assert (percent(bars["kickoff"].left), percent(bars["kickoff"].due)) == (place(0), place(10))
    assert percent(bars["setup"].left) == place(10)
    assert percent(bars["setup"].wide) == round(100 * 20 / 104, 2)


def test_what_comes_after_something_begins_when_that_is_done():
    dots = [
        Dot("kickoff", KICKOFF, date(2026, 11, 16)),
        Dot("setup", SETUP, None),
        Dot("live", LIVE, None),
    ]
    bars = drawn(dots, {"live": {"kickoff"}}).bars

    assert percent(bars["live"].left) == place(15)


def test_what_is_late_goes_on_until_today():
    told = drawn([Dot("kickoff", KICKOFF, None)], today=date(2026, 11, 21))

    assert percent(told.bars["kickoff"].over) == round(100 * 10 / 104, 2)
    assert percent(told.today) == place(20)


def test_what_was_done_early_or_cancelled_is_not_over():
    dots = [Dot("a", SETUP, KICKOFF), Dot("b", KICKOFF, None, is_cancelled=True)]
    told = drawn(dots, today=date(2027, 6, 1))

    assert {percent(bar.over) for bar in told.bars.values()} == {0.0}
    assert percent(told.bars["a"].mark) == place(10)
    assert told.today is None


def test_a_plan_of_one_day_is_drawn():
    told = timeline([Dot("a", START, None)], {}, START, START, START)

    assert percent(told.bars["a"].wide) == 0


def named(first, last) -> list[str]:
    return [f"{name} {year}".strip() for _, name, year in months(first, last)]


def test_months_have_names_and_the_first_and_january_their_year():
    assert named(date(2026, 11, 15), date(2027, 2, 9)) == ["Dec 2026", "Jan 2027", "Feb"]


def test_of_a_long_plan_quarters_are_named():
    told = named(date(2026, 11, 1), date(2028, 2, 29))

    assert told == ["Jan 2027", "Apr", "Jul", "Oct", "Jan 2028"]
