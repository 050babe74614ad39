"""Metrics over the API: a figure is the sum of the customers behind it."""

import pytest

from tenure.insights.filling import fill
from tenure.insights.periods import period_of
from tenure.insights.tests.making import NOON, OCTOBER, answer
from tenure.insights.words import PeriodType


@pytest.fixture
def october(acme):
    answer(acme, "NPS", 10, 9, 7, 2)
    fill(OCTOBER, NOON)


def test_a_figure_has_its_parts_and_its_target(mona_api, october):
    told = mona_api.data("GET", "/metrics?period=2026-10")
    nps = next(one for one in told["metrics"] if one["code"] == "nps")

    assert (told["period"]["kind"], told["period"]["lastDay"][:10]) == ("MONTHLY", "2026-10-31")
    assert (nps["value"], nps["numerator"], nps["denominator"], nps["customers"]) == (25, 1, 4, 1)
    assert (nps["target"]["above"], nps["isMet"]) == (50, False)


def test_what_nobody_brought_in_is_unknown_and_not_zero(mona_api, october):
    told = mona_api.data("GET", "/metrics?period=2026-10")["metrics"]
    wau = next(one for one in told if one["code"] == "wau")

    assert (wau["value"], wau["isMet"], wau["customers"]) == (None, None, 0)
    assert wau["missing"] == "daily usage"
    assert next(one for one in told if one["code"] == "nps")["missing"] is None


def test_one_metric_tells_how_it_went_and_who_is_behind_it(mona_api, october):
    told = mona_api.data("GET", "/metrics/nps?period=2026-10&periods=3")
    rows = mona_api.data("GET", "/metrics/nps/customers?period=2026-10")

    assert [one["period"] for one in told["trend"]] == ["2026-08", "2026-09", "2026-10"]
    assert [one["value"] for one in told["trend"]] == [None, None, 25]
    assert told["interval"]["low"] < 25 < told["interval"]["high"]
    assert [(one["tier"], one["value"]) for one in told["byTier"]] == [("MID_MARKET", 25)]
    assert [one["csmName"] for one in told["byCsm"]] == ["Alice"]
    figure = told["figure"]
    for part in ("numerator", "denominator"):
        assert sum(row[part] for row in rows) == figure[part]


def test_a_scope_leaves_the_others_out(mona_api, october):
    told = mona_api.data("GET", "/metrics/nps?period=2026-10&tier=ENTERPRISE")

    assert told["figure"]["value"] is None


def test_targets_say_what_is_reached(mona_api, october):
    told = {one["metric"]: one for one in mona_api.data("GET", "/programme-targets?period=2026-10")}

    assert len(told) >= 10
    assert (told["nps"]["value"], told["nps"]["isMet"]) == (25, False)
    assert all(one["isMet"] is None for one in told.values() if one["value"] is None)


@pytest.mark.parametrize("period", ["2026-13", "1900-01", "2999", "soon"])
def test_a_period_that_is_none_is_named(mona_api, period):
    said = mona_api.refusal(422, "GET", f"/metrics?period={period}")

    assert [one["field"] for one in said["errors"]] == ["period"]


def test_metrics_are_told_to_the_team(api, carl):
    for path in ("/metrics", "/metrics/nps", "/metrics/nps/customers", "/programme-targets"):
        api(carl).refusal(403, "GET", path)


def test_a_customer_has_its_periods_the_newest_first(mona_api, october, acme):
    fill(period_of(PeriodType.MONTHLY, NOON.date()), NOON)
    answer(acme, "CSAT", 5)
    fill(OCTOBER, NOON)
    told = mona_api.data("GET", f"/customers/{acme.id}/metrics?periodType=MONTHLY&limit=5")

    assert [one["period"] for one in told][-1] == "2026-10"
    assert (told[-1]["nps"], told[-1]["csat"], told[-1]["tier"]) == (25, 5, "MID_MARKET")
    assert told[-1]["leadVolume"] is told[-1]["timeSavings"] is None
    assert mona_api.data("GET", f"/customers/{acme.id}/metrics?periodType=ANNUAL") == []
