"""Health scores over the API: stored, listed, calculated."""

import pytest

from tenure.customers.models import CurrentHealth, Customer
from tenure.health.models import HealthScore


def test_a_score_is_stored_and_becomes_the_current_health(mona_api, acme, acme_path):
    Customer.objects.update(next_renewal_on=None)  # one that is near makes the danger critical
    told = {"score": 35, "engagementScore": 20, "notes": "quiet"}
    made = mona_api.data("POST", f"{acme_path}/health-scores", told)

    assert mona_api.last.status_code == 201
    assert (made["healthLevel"], made["trend"], made["financialScore"]) == ("POOR", "UNKNOWN", 0)
    whole = mona_api.data("GET", acme_path)
    assert (whole["healthScore"], whole["healthLevel"], whole["churnRiskLevel"]) == (
        35,
        "POOR",
        "HIGH",
    )


def test_the_newest_come_first_and_as_many_as_wanted(mona_api, acme_path):
    for day, score in ((1, 50), (3, 70), (2, 60)):
        mona_api.data("POST", f"{acme_path}/health-scores",
                      {"score": score, "recordedAt": f"2026-10-0{day}T08:00:00Z"})  # fmt: skip

    scores = mona_api.data("GET", f"{acme_path}/health-scores?limit=2")
    assert [score["score"] for score in scores] == [70, 60]
    assert CurrentHealth.objects.get().score == 70


def test_the_trend_is_against_the_score_before(mona_api, acme_path):
    trends = [
        mona_api.data("POST", f"{acme_path}/health-scores", {"score": score})["trend"]
        for score in (50, 56, 51, 45, 45)
    ]

    assert trends == ["UNKNOWN", "IMPROVING", "STABLE", "DECLINING", "STABLE"]


def test_one_score_a_customer_and_instant(mona_api, acme_path):
    told = {"score": 50, "recordedAt": "2026-10-01T08:00:00Z"}
    mona_api.data("POST", f"{acme_path}/health-scores", told)

    mona_api.refusal(409, "POST", f"{acme_path}/health-scores", told)
    assert HealthScore.objects.count() == 1


@pytest.mark.parametrize(
    ("parts", "total", "level"),
    [
        ((80, 80, 80, 80), 80, "EXCELLENT"),
        ((80, 81, 70, 60), 74, "GOOD"),
        ((0, 0, 0, 0), 0, "POOR"),
        ((100, 100, 100, 100), 100, "EXCELLENT"),
        ((59, 60, 60, 60), 60, "GOOD"),
        ((41, 39, 41, 39), 40, "FAIR"),
        ((5, 0, 0, 0), 2, "POOR"),
    ],
)
def test_components_come_to_a_total(mona_api, acme_path, parts, total, level):
    names = ("engagementScore", "successScore", "satisfactionScore", "financialScore")
    told = dict(zip(names, parts, strict=True))

    answer = mona_api.data("POST", f"{acme_path}/health-scores/calculate", told)
    assert answer == told | {"totalScore": total, "healthLevel": level, "trend": "UNKNOWN"}
    assert HealthScore.objects.count() == 0


@pytest.mark.parametrize("body", [{"score": 101}, {"score": 5.5}, {}, {"score": 5, "trend": "UP"}])
def test_a_wrong_score_is_refused(mona_api, acme_path, body):
    mona_api.refusal(422, "POST", f"{acme_path}/health-scores", body)

    assert HealthScore.objects.count() == 0
