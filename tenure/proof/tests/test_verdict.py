"""A backtest in words: it boasts of nothing that the interval does not bear."""

from datetime import date

import pytest

from tenure.proof.report import Baseline, Flagged, Part, Ranking, Report
from tenure.proof.rules.ranking import interval
from tenure.proof.verdict import verdict


def ranking(auc: float | None, leavers: int, stayers: int = 1000) -> Ranking:
    low, high = (None, None) if auc is None else interval(auc, leavers, stayers)
    return Ranking(auc=auc, low=low, high=high, looks=2000, leavers=leavers, stayers=stayers)


def naive(code: str, auc: float, score: Ranking) -> Baseline:
    return Baseline(code=code, ranking=ranking(auc, score.leavers), score=score)


def words(found: Ranking, *baselines: Baseline, looks: int = 2000) -> str:
    part = Part(looks=looks, looks_before_leaving=9, customers=1200, leavers=found.leavers)
    flagged = Flagged(
        below=60, looks=0, precision=None, recall=None, leavings=0, caught=0, caught_early=0, lost=0,
        lost_and_flagged=0, lead_days=None, false_alarms=0, weeks=1, csms=1,
    )  # fmt: skip
    return str(verdict(Report(
        horizon_days=90, step_days=30, first_look=None, last_look=None, split_on=None,
        known_until=date(2026, 11, 1), scorecard_version="v", customers=1200, looks=4000, unscored=0,
        unsettled=0, earlier=part, later=part, ranking=found, lift=None, gains=(),
        baselines=baselines, tiers=(), levels=(), calibration=None, flagged=flagged, leavings=(),
    )))  # fmt: skip


def test_too_few_are_too_few_however_good_the_figure():
    said = words(ranking(0.95, 23))

    assert said.startswith("23 customers left in the test period: too few to tell.")
    assert "0.95 (anything from 0.85 to 0.99 fits)" in said
    assert "tells who leaves" not in said


@pytest.mark.parametrize(("leavers", "is_enough"), [(99, False), (100, True)])
def test_a_hundred_are_enough(leavers, is_enough):
    assert ("too few" not in words(ranking(0.8, leavers))) == is_enough


def test_few_and_near_a_coin_is_chance():
    assert "chance alone could explain it" in words(ranking(0.55, 20))


def test_many_and_near_a_coin_is_no_better_than_chance():
    assert words(ranking(0.52, 274)).startswith(
        "The score does not tell who leaves: its AUC is 0.52"
    )


def test_clearly_better_than_a_coin():
    assert words(ranking(0.8, 300)).startswith("The score tells who leaves: its AUC is 0.80")


def test_clearly_worse_than_a_coin_points_the_wrong_way():
    assert words(ranking(0.3, 300)).startswith("The score points the wrong way")


def test_too_good_is_looked_at_askance():
    assert "whether a measure knows the outcome" in words(ranking(0.95, 300))


@pytest.mark.parametrize(
    ("auc", "said"),
    [
        (0.6, "It beats every naive number; the best of them is tenure (0.60 against 0.80)."),
        (0.79, "Sorting by tenure alone comes near (0.79 against 0.80)."),
        (0.85, "Sorting by tenure alone does at least as well (0.85 against 0.80)."),
    ],
)
def test_the_best_naive_number_is_named(auc, said):
    score = ranking(0.8, 300)

    assert words(score, naive("value", 0.5, score), naive("tenure", auc, score)).endswith(said)


def test_nobody_and_everybody_left_and_no_history():
    assert words(ranking(None, 0)).startswith("Nobody left within 90 days")
    assert words(ranking(None, 9, 0)).startswith("Everybody left within 90 days")
    assert words(ranking(None, 0), looks=0).startswith("There is not enough history yet.")
