"""`tenure scorecard`: versions, files, differences, and which one is in force."""

import pytest

from tenure.foundation.audit.models import Deed
from tenure.health import scorecards
from tenure.health.models import Draft, Scorecard
from tenure.programme import in_force

pytestmark = pytest.mark.django_db


@pytest.fixture
def softer(tell, tmp_path):
    """Ours as a file, in which Good begins earlier."""
    file = tmp_path / "softer.toml"
    text = tell("scorecard", "export").words
    file.write_text(text.replace("GOOD = 60", "GOOD = 55"))
    return file


def test_a_file_is_saved_as_a_version_compared_and_put_in_force(tell, softer):
    scorecards.row_in_force()
    assert tell("scorecard", "check", softer).words.endswith("16 measures in 4 components.\n")

    said = tell("scorecard", "import", softer, "--note", "Kinder", "--json").json
    assert said == {"number": 2}
    assert tell("scorecard", "diff", "in-force", "2").words == "Good: begins at 60 → 55.\n"
    tell("scorecard", "put", "2", "--note", "Agreed")

    assert scorecards.in_force().levels["GOOD"] == 55
    shown = tell("scorecard", "show", "--json").json
    assert [(row["number"], row["in_force"], row["note"]) for row in shown] == [
        (1, False, "As it comes with Tenure"), (2, True, "Kinder"),
    ]  # fmt: skip
    assert tell("scorecard", "diff", "file", "in-force", "--json").json
    assert Deed.objects.filter(code="scorecard.adopted", via="command").count() == 1


def test_a_file_becomes_a_draft(tell, softer):
    assert "waits at /health/scorecards/" in tell("scorecard", "import", softer, "--draft").words

    assert Draft.objects.get().name == "softer.toml"
    assert not Scorecard.objects.exists()


def test_what_is_exported_is_the_same_scorecard(tell, tmp_path):
    file = tmp_path / "same.toml"
    file.write_text(tell("scorecard", "export", "file").words)

    told = tell("scorecard", "check", file, "--json").json
    assert told["version"] == in_force.scorecard().version


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("GOOD = 55", "GOOD = 85", "levels.EXCELLENT: The level EXCELLENT begins at 80, not above"),
        ('"csat"', '"charm"', "measures.charm: There is no measure charm."),
        ("trend_points = 5", "trend_points =", "line 4: This is not TOML"),
    ],
)
def test_a_wrong_file_is_refused_with_file_place_and_reason(tell, softer, old, new, words):
    softer.write_text(softer.read_text().replace(old, new, 1))

    for command in ("check", "import"):
        said = tell("scorecard", command, softer)
        assert said.code == 1
        assert f"{softer}: {words}" in said.complaint
    assert not Scorecard.objects.exists()


def test_nothing_saved_says_what_is_in_force(tell):
    assert tell("scorecard", "show").words == "In force: the scorecard that comes with Tenure.\n"
    assert tell("scorecard", "put", "7").code == 1
