"""A whole backtest over pasts that can be worked out by hand."""

import pytest

from tenure.programme.in_force import scorecard
from tenure.proof.backtesting import backtest
from tenure.proof.tests.pasts import past, year

CARD = scorecard()
# Looks on days 1, 31, … 151, data until day 241: all of them know the next 90 days. The test is the
# later half, from day 91 on. Customer 1 leaves on day 160: the looks of days 91, 121, 151 precede it.
SCORES = {1: [80, 80, 70, 58, 50, 40], 2: [90] * 6, 3: [75, 75, 75, 59, 75, 59]}
LEFT = {1: 160}


def report(scores=SCORES, left=LEFT, **more):
    return backtest(past(scores, left, until=241, first=1, **more), CARD, 90)


def test_looks_are_counted():
    found = report()

    assert (found.looks, found.customers, found.unsettled) == (18, 3, 0)
    assert (found.later.looks, found.later.looks_before_leaving) == (9, 3)
    assert (found.later.customers, found.later.leavers) == (3, 1)
    assert (found.earlier.looks, found.earlier.looks_before_leaving) == (3, 0)


def test_the_ranking_by_hand():
    """Leaver's looks 58, 50, 40 against 90 90 90 59 75 59: all 18 pairs are in order. The lowest
    tenth (0.9 of a look) is the 40: 0.9 of 3 looks found in a tenth: 3 times chance."""
    found = report()

    assert (found.ranking.auc, found.ranking.leavers, found.ranking.stayers) == (1.0, 1, 2)
    assert found.ranking.low < 0.5
    assert found.lift == pytest.approx(3.0)


def test_what_warned_by_hand():
    """Below 60 in the test: 58 50 40 of the leaver, 59 and 59 of customer 3: 3 of 5 hit, all 3 looks
    before the leaving warned. Customer 3 came anew below 60 twice: two false alarms in three looks'
    time, 90 days or 12.9 weeks, for two CSMs."""
    found = report(last_years=[year(1, 160, [70, 55, 50])]).flagged

    assert (found.looks, found.precision, found.recall) == (5, 0.6, 1.0)
    assert (found.false_alarms, found.csms) == (2, 2)
    assert found.false_alarms_a_csm_and_week == pytest.approx(2 / (2 * 90 / 7))


def test_lost_value_and_lead_time_by_hand():
    """Left on days 160 (flagged for 2 days, 3,000) and 170 (not flagged at the end, 1,000)."""
    years = [year(1, 160, [70, 55, 50], 3000), year(2, 170, [50, 50, 60], 1000)]
    found = report(last_years=years)

    assert [one.lead_days for one in found.leavings] == [2, None]
    assert (found.flagged.leavings, found.flagged.caught, found.flagged.caught_early) == (2, 1, 0)
    assert found.flagged.lost_share == 0.75
    assert found.flagged.lead_days == (2, 2, 2)


def test_who_left_before_the_test_is_named_but_not_counted():
    found = report(last_years=[year(1, 60, [50, 50])])

    assert [one.is_tested for one in found.leavings] == [False]
    assert found.flagged.leavings == 0


def test_levels_say_how_many_left():
    levels = {level.level: (level.looks, level.left) for level in report().levels}

    assert levels == {"EXCELLENT": (3, 0), "GOOD": (1, 0), "FAIR": (5, 3), "POOR": (0, 0)}


def test_the_last_score_is_asked_only_where_there_was_one():
    naive = {one.code: one for one in report().baselines}

    assert naive["last_score"].ranking.looks == 9
    assert naive["last_score"].ranking.auc == pytest.approx(
        # 70 58 50 against 90 90 90 75 59 75: only 70-59 is out of order
        17 / 18
    )
    assert naive["last_score"].score.auc == 1.0
    assert "pulse" not in naive


def test_chances_are_learned_only_where_somebody_left_before():
    assert report().calibration is None
    assert report(left={1: 60, 2: 160}).calibration is not None


def test_nobody_left():
    found = report(left={})

    assert (found.ranking.auc, found.lift, found.gains) == (None, None, ())
    assert found.flagged.recall is None


def test_everybody_left():
    found = report(left={1: 151, 2: 151, 3: 151}, scores={n: [50] * 5 for n in (1, 2, 3)})

    assert (found.ranking.auc, found.ranking.low, found.later.share_left) == (None, None, 1.0)


def test_a_constant_score_proves_nothing():
    found = report(scores={n: [55] * 6 for n in (1, 2, 3)})

    assert (found.ranking.auc, found.lift) == (0.5, pytest.approx(1.0))


def test_parts_add_up():
    found = report()

    assert sum(tier.ranking.looks for tier in found.tiers) == found.later.looks
    assert sum(level.looks for level in found.levels) == found.later.looks
    assert sum(level.left for level in found.levels) == found.later.looks_before_leaving
