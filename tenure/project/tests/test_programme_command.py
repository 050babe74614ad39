"""`tenure programme`: what is in force, what is wrong with files, what differs."""

import os

import pytest

from tenure.programme import in_force
from tenure.programme.loading import FILES, read_programme

pytestmark = pytest.mark.django_db
FAULTY = {
    "tiers": (("notice_days = 60", 'notice_days = "soon"'), ("care = ", "carre = ")),
    "reviews": (('cadence = "ANNUAL"', 'cadence = "MONTHLY"'),),
    "calendar": (("[clock]", "[clock"),),
}


def put(folder, name: str, *replaced: tuple[str, str]) -> None:
    text = (FILES / f"{name}.toml").read_text()
    for old, new in replaced:
        assert old in text
        text = text.replace(old, new, 1)
    (folder / f"{name}.toml").write_text(text)


def line(name: str, words: str) -> int:
    """The line of the words in the file that comes with Tenure."""
    text = (FILES / f"{name}.toml").read_text()
    return text[: text.index(words)].count("\n") + 1


@pytest.fixture
def ours(tmp_path):
    put(tmp_path, "tiers", ("touchpoints_a_month = 4", "touchpoints_a_month = 5"))
    return tmp_path


@pytest.fixture
def in_ours(ours, monkeypatch):
    """Our folder is where the company's own files lie."""
    monkeypatch.setattr(in_force, "_keeper", in_force.Keeper(ours, ours / "kept"))
    return ours


def test_what_is_in_force_is_shown(tell):
    told = tell("programme", "show", "--json").json

    assert (told["version"], told["own"], told["faults"]) == (read_programme().version, [], [])


def test_own_files_and_what_is_refused_are_shown(tell, in_ours):
    in_force.standing()
    assert "tiers.toml        own" in tell("programme", "show").words

    put(in_ours, "tiers", ("notice_days = 60", "notice_days = true"))
    os.utime(in_ours / "tiers.toml", (1, 1))
    in_force.keeper()._looked_at -= 10
    shown = tell("programme", "show")

    assert f"tiers.toml, line {line('tiers', 'notice_days = 60')}: " in shown.complaint


def test_what_differs_from_what_is_in_force_is_said_in_sentences(tell, ours):
    words = "tiers: Mid-market, touchpoints a month: 4 → 5\n"

    assert tell("programme", "diff", ours).words == words
    assert tell("programme", "diff", ours / "tiers.toml").words == words
    assert tell("programme", "diff").words == "Nothing differs.\n"


def test_what_is_in_force_differs_from_what_comes_with_tenure(tell, in_ours):
    words = ["tiers: Mid-market, touchpoints a month: 4 → 5"]

    assert tell("programme", "diff", "--json").json == words
    assert tell("programme", "diff", in_ours).words == "Nothing differs.\n"
    assert tell("programme", "diff", in_ours, "--factory", "--json").json == words


def test_files_in_order_are_said_to_be(tell, ours):
    assert tell("programme", "check", ours).words.endswith("is in order.\n")
    assert tell("programme", "check", ours / "tiers.toml").code == 0


def test_all_that_is_wrong_is_said_with_file_and_line(tell, tmp_path):
    for name, replaced in FAULTY.items():
        put(tmp_path, name, *replaced)

    told = tell("programme", "check", tmp_path, "--json")

    assert told.code == 1
    places = [fault.removeprefix(f"{tmp_path}/").partition(":")[0] for fault in told.json["faults"]]
    assert places == [
        f"tiers.toml, line {line('tiers', 'care = ')}",
        f"tiers.toml, line {line('tiers', 'notice_days = 60')}",
        f"reviews.toml, line {line('reviews', '[[review]]' + chr(10) + 'cadence = "ANNUAL"')}",
        f"calendar.toml, line {line('calendar', '[clock]')}",
    ]


def test_a_measure_that_there_is_not_is_refused(tell, tmp_path):
    put(tmp_path, "scorecard", ('code = "nps"', 'code = "npx"'))

    told = tell("programme", "check", tmp_path / "scorecard.toml")

    assert told.code == 1
    place = f"line {line('scorecard', 'code = "nps"')}"
    assert f"scorecard.toml, {place}: There is no measure npx." in told.complaint


def test_a_file_that_is_none_of_the_programme_is_not_checked(tell, tmp_path):
    (tmp_path / "teirs.toml").write_text("")

    assert (
        "the programme has no such file"
        in tell("programme", "check", tmp_path / "teirs.toml").complaint
    )
