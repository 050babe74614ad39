"""`tenure proof`: what the score said on past days, against who left."""

import pytest

from tenure.programme.loading import FILES
from tenure.proof.models import Backtest

pytestmark = pytest.mark.django_db


def test_without_history_it_says_so_and_keeps_the_report(tell):
    said = tell("proof")

    assert said.code == 0
    assert said.words.startswith("There is not enough history yet.")
    assert Backtest.objects.get().state == "DONE"


def test_it_answers_in_json(tell):
    told = tell("proof", "--horizon", "30", "--json").json

    assert (told["horizonDays"], told["looks"], told["leavings"]) == (30, 0, [])


def test_a_draft_is_tested_and_not_put_in_force(tell, tmp_path):
    draft = tmp_path / "draft.toml"
    written = (FILES / "scorecard.toml").read_text()
    draft.write_text(written.replace("trend_points = 5", "trend_points = 9"))
    tell("proof", "--scorecard", draft)

    assert Backtest.objects.get().definition["trend_points"] == 9


def test_a_scorecard_that_contradicts_itself_is_refused_in_words(tell, tmp_path):
    draft = tmp_path / "draft.toml"
    draft.write_text((FILES / "scorecard.toml").read_text().replace("weight = 40", "weight = 41"))
    said = tell("proof", "--scorecard", draft)

    assert said.code == 1
    assert "weigh 101, not 100" in said.complaint
    assert not Backtest.objects.exists()


@pytest.mark.parametrize("words", [("--horizon", "1"), ("--scorecard", "nowhere.toml")])
def test_what_is_no_option_is_not_understood(tell, words):
    assert tell("proof", *words).code == 2
