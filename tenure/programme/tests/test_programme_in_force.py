"""Which programme is in force: a company's own files, the last good one when they are wrong."""

import os

import pytest

from tenure.programme import in_force
from tenure.programme.in_force import Keeper
from tenure.programme.loading import FILES, WrongProgramme, read_programme
from tenure.programme.whole import FORMS
from tenure.programme.words import Tier

REVIEWS = (FILES / "reviews.toml").read_text()
TIERS = (FILES / "tiers.toml").read_text()


@pytest.fixture
def own(tmp_path):
    (tmp_path / "own").mkdir()
    return tmp_path / "own"


@pytest.fixture
def keeper(own, tmp_path, monkeypatch):
    monkeypatch.setattr(in_force, "LOOKED_AT_EVERY", 0)
    return Keeper(own, tmp_path / "kept")


def put(folder, name: str, text: str, old: str = "", new: str = "") -> None:
    """Write a file that is seen as newer than the one before."""
    assert old in text
    path = folder / f"{name}.toml"
    before = path.stat().st_mtime_ns if path.exists() else 0
    path.write_text(text.replace(old, new, 1))
    os.utime(path, ns=(before + 10**9, before + 10**9))


def agents(keeper: Keeper) -> int:
    return keeper.standing().programme.tiers.promise(Tier.MID_MARKET).limits["agents"]


def test_without_files_of_its_own_a_company_has_the_programme_that_comes_with_tenure(keeper):
    assert keeper.standing().programme == read_programme()
    assert keeper.standing().own == ()


def test_a_changed_figure_is_in_force_without_a_restart(keeper, own):
    assert agents(keeper) == 100
    version = keeper.standing().programme.version

    put(own, "tiers", TIERS, "agents = 100,", "agents = 120,")

    assert agents(keeper) == 120
    assert keeper.standing().own == ("tiers",)
    assert keeper.standing().programme.version != version


def test_a_broken_file_is_refused_with_its_line_and_the_last_good_one_stays(keeper, own):
    put(own, "tiers", TIERS, "agents = 100,", "agents = 120,")
    assert agents(keeper) == 120

    put(own, "tiers", TIERS, "notice_days = 60", 'notice_days = "sixty"')

    assert agents(keeper) == 120
    line = TIERS[: TIERS.index("notice_days = 60")].count("\n") + 1
    assert f"tiers.toml, line {line}: Expected `int | null`" in keeper.standing().fault


def test_the_last_good_one_outlives_a_restart(keeper, own, tmp_path):
    put(own, "tiers", TIERS, "agents = 100,", "agents = 120,")
    assert agents(keeper) == 120
    put(own, "tiers", "[[tier]\ncode = 1")

    started_again = Keeper(own, tmp_path / "kept")

    assert agents(started_again) == 120
    assert "line 1" in started_again.standing().fault


def test_a_repaired_file_is_in_force_again(keeper, own):
    put(own, "tiers", "nonsense")
    assert keeper.standing().fault

    put(own, "tiers", TIERS, "agents = 100,", "agents = 130,")

    assert agents(keeper) == 130
    assert not keeper.standing().fault


def test_a_file_taken_away_gives_the_factory_setting_back(keeper, own):
    put(own, "tiers", TIERS, "agents = 100,", "agents = 120,")
    assert agents(keeper) == 120

    (own / "tiers.toml").unlink()

    assert agents(keeper) == 100


def test_a_misspelt_file_is_not_passed_over(own):
    put(own, "teirs", TIERS)

    with pytest.raises(WrongProgramme, match=r"teirs\.toml: the programme has no such file"):
        read_programme(own)


def test_files_that_contradict_each_other_are_refused(own):
    put(own, "reviews", REVIEWS[: REVIEWS.index('[[review]]\ncadence = "ANNUAL"')])

    with pytest.raises(WrongProgramme, match="There is no review ANNUAL"):
        read_programme(own)


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("onboarding", "day = 15, hours = 4", "day = 25, hours = 4", "outside its phase training"),
        ("onboarding", 'code = "go_live"\ntitle = "Go-live"', 'code = "kickoff"\ntitle = "x"', "milestone kickoff stands 2 times"),
        ("onboarding", "day = 21\nphase", "day = 19\nphase", "milestones do not follow each other"),
        ("onboarding", 'phase = "discovery"', 'phase = "party"', "There is no phase party"),
        ("onboarding", "under = 30", "under = 30, at_most = 3", "one upper end at most"),
        ("plans", 'after = ["goals_agreed"]', 'after = ["quarterly_review"]', "no earlier milestone"),
        ("plans", 'plan_type = "QUARTERLY"', 'plan_type = "WEEKLY"', "no type of plan WEEKLY"),
        ("plans", 'metric = "nps"', 'metric = "npx"', "There is no metric npx"),
        ("escalation", "number = 2", "number = 3", "levels must count from 1"),
        ("escalation", "hours = 72", "hours = 72\nworking_days = 2", "hours or working_days"),
        ("metrics", 'family = "value"', 'family = "worth"', "There is no family worth"),
        ("metrics", 'metric = "nrr"', 'metric = "nrx"', "There is no metric nrx"),
        ("calendar", 'time_zone = "UTC"', 'time_zone = "Moon"', "There is no time zone Moon"),
        ("calendar", "closes = 17:00:00", "closes = 08:00:00", "must close after it opens"),
        ("calendar", 'country = ""', 'country = "XX"', "holidays of XX are not known"),
        ("calendar", 'P4 = "BUSINESS"', "", "Each of P1, P2, P3, P4 needs its clock"),
        ("calendar", "[1, 2, 3, 4, 5]", "[]", "one working weekday at least"),
    ],
)  # fmt: skip
def test_a_file_that_contradicts_itself_is_refused_in_words(own, name, old, new, words):
    put(own, name, (FILES / f"{name}.toml").read_text(), old, new)

    with pytest.raises(WrongProgramme, match=words) as refusal:
        read_programme(own)

    assert f"{name}.toml" in refusal.value.message


@pytest.mark.parametrize("name", FORMS)
def test_each_file_may_be_replaced_by_itself(own, name):
    put(own, name, (FILES / f"{name}.toml").read_text())

    assert read_programme(own) == read_programme()
