"""The tables behind a score: its level, where it is going, and the risk of churn."""

import pytest

from tenure.health import rules
from tenure.programme.in_force import scorecard
from tenure.programme.words import ChurnRisk, HealthLevel, HealthTrend

EXCELLENT, GOOD, FAIR, POOR = HealthLevel
STABLE, DECLINING = HealthTrend.STABLE, HealthTrend.DECLINING
LOW, MEDIUM, HIGH, CRITICAL = ChurnRisk


@pytest.mark.parametrize(
    ("score", "level"),
    [(100, EXCELLENT), (80, EXCELLENT), (79, GOOD), (60, GOOD), (59, FAIR), (40, FAIR), (39, POOR),
     (0, POOR)],
)  # fmt: skip
def test_a_threshold_belongs_to_its_level(score, level):
    assert rules.level_of(score, scorecard()) == level


@pytest.mark.parametrize(
    ("score", "before", "trend"),
    [(70, None, "UNKNOWN"), (70, 65, "STABLE"), (70, 64, "IMPROVING"), (70, 75, "STABLE"),
     (70, 76, "DECLINING"), (70, 70, "STABLE")],
)  # fmt: skip
def test_more_than_five_points_are_a_trend(score, before, trend):
    assert rules.trend_of(score, before, scorecard()) == trend


@pytest.mark.parametrize(
    ("level", "trend", "days_to_renewal", "risk"),
    [
        (EXCELLENT, STABLE, None, LOW),
        (EXCELLENT, STABLE, 1, LOW),
        (EXCELLENT, DECLINING, None, MEDIUM),
        (GOOD, STABLE, 91, LOW),
        (GOOD, STABLE, 90, MEDIUM),
        (GOOD, STABLE, -3, MEDIUM),
        (GOOD, DECLINING, 1, MEDIUM),
        (FAIR, STABLE, None, MEDIUM),
        (FAIR, DECLINING, None, HIGH),
        (POOR, STABLE, None, HIGH),
        (POOR, STABLE, 0, CRITICAL),
        (POOR, DECLINING, 0, CRITICAL),
        (POOR, HealthTrend.IMPROVING, None, HIGH),
    ],
)
def test_decline_or_a_near_renewal_raises_the_risk_by_one_step(level, trend, days_to_renewal, risk):
    assert rules.churn_risk(level, trend, days_to_renewal, scorecard()) == risk
