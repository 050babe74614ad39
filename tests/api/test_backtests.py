"""Backtests over the API: asked for, followed, read."""

import msgspec
import pytest

from tenure.programme.in_force import scorecard
from tenure.proof import running
from tenure.proof.models import Backtest
from tests.moments import NOON

PATH = "/health-backtests"


@pytest.fixture
def done(acme, mona_api):
    asked = mona_api.data("POST", PATH, {"horizonDays": 60})
    running.run_backtest(backtest_id=asked["id"], at=NOON)
    return asked["id"]


def test_it_is_asked_for_and_waits(mona_api):
    asked = mona_api.data("POST", PATH, {})

    assert mona_api.last.status_code == 201
    assert (asked["state"], asked["horizonDays"], asked["report"]) == ("WAITING", 90, None)
    assert Backtest.objects.get().scorecard_version == scorecard().version


def test_a_report_is_read_in_camel_case(done, mona_api):
    found = mona_api.data("GET", f"{PATH}/{done}")

    assert (found["state"], found["report"]["horizonDays"]) == ("DONE", 60)
    assert found["report"]["ranking"] == {
        "auc": None, "low": None, "high": None, "looks": 0, "leavers": 0, "stayers": 0,
    }  # fmt: skip


def test_the_list_has_the_newest_first_without_reports(done, mona_api):
    mona_api.data("POST", PATH, {})
    newest, oldest = mona_api.data("GET", PATH)

    assert (newest["state"], oldest["state"], oldest["leavers"]) == ("WAITING", "DONE", 0)
    assert "report" not in oldest
    assert len(mona_api.data("GET", f"{PATH}?limit=1")) == 1


def test_a_draft_can_be_tested(mona_api):
    draft = msgspec.to_builtins(scorecard(), str_keys=True) | {"trend_points": 9}
    asked = mona_api.data("POST", PATH, {"scorecard": draft})

    assert asked["scorecardVersion"] != scorecard().version
    assert Backtest.objects.get().definition["trend_points"] == 9


@pytest.mark.parametrize(
    "body",
    [{"horizonDays": 1}, {"horizonDays": 366}, {"scorecard": {}}, {"horizon": 90}],
)
def test_what_makes_no_sense_is_refused(mona_api, body):
    mona_api.refusal(422, "POST", PATH, body)

    assert not Backtest.objects.exists()


def test_a_measure_that_nobody_knows_is_refused(mona_api):
    draft = msgspec.to_builtins(scorecard(), str_keys=True)
    draft["component"][0]["measures"][0]["code"] = "mood"

    said = mona_api.refusal(422, "POST", PATH, {"scorecard": draft})

    assert "mood" in said["detail"]


def test_who_may_not_score_may_not_ask(api, erin, carl):
    api(erin).refusal(403, "POST", PATH, {})
    api(carl).refusal(403, "GET", PATH)

    assert not Backtest.objects.exists()


def test_there_is_none_by_that_id(mona_api, acme):
    mona_api.refusal(404, "GET", f"{PATH}/{acme.id}")
