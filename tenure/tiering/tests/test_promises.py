"""Touchpoints and onboarding that are promised, and what many promises come to."""

from datetime import date
from uuid import UUID

import pytest

from tenure.programme.in_force import tiers
from tenure.programme.words import Tier
from tenure.tiering.promises import Window, onboarding_lines, review_lines, touchpoint_lines
from tenure.tiering.rules.kept import Count, Line, Standing, counted, of_promise
from tenure.tiering.words import Keeping, Promise

ID = UUID(int=1)
WINDOW = Window(date(2026, 1, 1), date(2026, 4, 15), date(2025, 6, 1))


def standing(**told):
    usual = {
        "id": ID, "name": "Globex", "tier": Tier.SMALL_BUSINESS, "begins": date(2025, 3, 1),
        "since": date(2025, 3, 1), "left_on": None, "onboarding_starts_on": None,
        "live_on": None,
    }  # fmt: skip
    return Standing(**(usual | told))


def touched(held, window=WINDOW, **told):
    found = touchpoint_lines([standing(**told)], {ID: held}, tiers(), window)
    return [(line.about, line.actual, line.keeping.value) for line in found]


def test_a_month_with_as_many_touchpoints_as_promised_is_kept():
    # A Small business is promised two a month.
    assert touched({date(2026, 1, 1): 2, date(2026, 2, 1): 1, date(2026, 4, 1): 1}) == [
        ("January 2026", "2", "KEPT"), ("February 2026", "1", "MISSED"),
        ("March 2026", "0", "MISSED"), ("April 2026", "1", "RUNNING"),
    ]  # fmt: skip


def test_months_before_anybody_wrote_touchpoints_down_are_unknown():
    from_march = Window(WINDOW.since, WINDOW.today, date(2026, 2, 2))
    never = Window(WINDOW.since, WINDOW.today, None)

    assert [about for about, _, _ in touched({}, from_march)] == ["March 2026", "April 2026"]
    assert touched({}, never) == []
    assert list(review_lines([standing()], {}, tiers(), never)) == []


def test_only_whole_months_in_the_tier_count():
    assert [about for about, _, _ in touched({}, since=date(2026, 2, 2), left_on=date(2026, 4, 1))] == [
        "March 2026"
    ]  # fmt: skip
    assert touched({}, tier=Tier.TRIAL) == []


@pytest.mark.parametrize(
    ("ends", "today", "word"),
    [
        (date(2026, 3, 31), date(2026, 4, 15), "KEPT"),  # on the 30th day
        (date(2026, 4, 1), date(2026, 4, 15), "MISSED"),
        (None, date(2026, 3, 31), "RUNNING"),
        (None, date(2026, 4, 1), "BREACHED"),
    ],
)
def test_a_small_business_is_onboarded_within_thirty_days(ends, today, word):
    one = standing(onboarding_starts_on=date(2026, 3, 1), live_on=ends)

    (line,) = onboarding_lines([one], tiers(), Window(WINDOW.since, today, None))
    assert line.keeping == word


def test_what_is_late_and_open_is_missed_and_what_is_under_way_is_neither():
    lines = [
        Line(Promise.RESOLUTION, part, ID, Tier.TRIAL, keeping, "", None, "", "")
        for part, keeping in (
            ("P1", Keeping.KEPT), ("P1", Keeping.MISSED), ("P2", Keeping.BREACHED),
            ("P2", Keeping.RUNNING), ("P2", Keeping.UNKNOWN), ("P2", Keeping.KEPT),
        )
    ]  # fmt: skip
    counts = counted(lines)

    assert counts[Tier.TRIAL, Promise.RESOLUTION, "P1"].ratio == 0.5
    total = of_promise(counts, Promise.RESOLUTION)
    assert total == Count(kept=2, missed=2, running=1, unknown=1)
    assert (total.due, total.ratio) == (4, 0.5)
    assert of_promise(counts, Promise.RESOLUTION, Tier.ENTERPRISE).ratio is None
