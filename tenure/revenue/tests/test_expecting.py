"""What the software expects of a renewal: the worse of intent and risk."""

import pytest

from tenure.programme.loading import read_programme
from tenure.programme.words import ChurnRisk, HealthTrend
from tenure.revenue.expecting import expected

TOLD = read_programme().revenue.proposal


@pytest.mark.parametrize(
    ("intent", "risk", "call"),
    [
        (80, ChurnRisk.LOW, "COMMIT"), (79, ChurnRisk.LOW, "BEST_CASE"), (60, ChurnRisk.LOW, "BEST_CASE"),
        (59, ChurnRisk.LOW, "AT_RISK"), (30, ChurnRisk.LOW, "AT_RISK"), (29, ChurnRisk.LOW, "WILL_LEAVE"),
        (95, ChurnRisk.HIGH, "AT_RISK"), (10, ChurnRisk.MEDIUM, "WILL_LEAVE"),
        (None, ChurnRisk.CRITICAL, "WILL_LEAVE"), (None, ChurnRisk.MEDIUM, "BEST_CASE"),
    ],
)  # fmt: skip
def test_the_worse_of_both_holds(intent, risk, call):
    assert expected(TOLD, 70, risk, HealthTrend.STABLE, intent).call == call


def test_without_a_score_the_risk_says_nothing():
    assert expected(TOLD, None, ChurnRisk.LOW, HealthTrend.UNKNOWN, 85).because == "intent 85%"
    assert expected(TOLD, None, ChurnRisk.LOW, HealthTrend.UNKNOWN, None) is None
