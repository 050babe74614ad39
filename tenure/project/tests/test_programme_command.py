"""`tenure programme`: what is in force, what is wrong with files, what differs."""

import pytest

from tenure.programme.loading import FILES, read_programme

pytestmark = pytest.mark.django_db


@pytest.fixture
def ours(tmp_path):
    text = (FILES / "tiers.toml").read_text()
    (tmp_path / "tiers.toml").write_text(text.replace("notice_days = 60", "notice_days = 45"))
    return tmp_path


def test_what_is_in_force_is_shown(tell):
    told = tell("programme", "show", "--json").json

    assert (told["version"], told["own"], told["fault"]) == (read_programme().version, [], "")


def test_what_differs_is_said_in_sentences(tell, ours):
    assert (
        tell("programme", "diff", ours).words == "tiers: tier, MID_MARKET, notice days: 60 → 45\n"
    )
    assert tell("programme", "diff").words == "Nothing differs.\n"


def test_files_in_order_are_said_to_be(tell, ours):
    assert tell("programme", "check", ours).words.endswith("is in order.\n")


def test_every_wrong_file_is_named_with_its_line(tell, ours):
    (ours / "reviews.toml").write_text("[[review]]\ncadence = 'HOURLY'\n")
    (ours / "tiers.toml").write_text("[[tier]\n")

    answer = tell("programme", "check", ours, "--json")
    told = answer.json
    assert answer.code == 1
    assert len(told["faults"]) == 2
    assert "reviews.toml, line" in "".join(told["faults"])
