"""Pages of scorecards: who may change what, what is shown, what a file must be."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tenure.health import scorecards
from tenure.health.models import Draft, ScorecardInForce
from tenure.health.tests.test_which_scorecard_is_in_force import STRICT
from tenure.programme import in_force
from tenure.programme.writing import toml_of
from tests.moments import NOON

VERSIONS = "/health/scorecards/"


@pytest.fixture
def second(mona):
    """Version 2, beside ours as version 1."""
    scorecards.row_in_force()
    return scorecards.save(card=STRICT, note="Good is harder", by=mona, at=NOON)


def upload(client, text: str):
    file = SimpleUploadedFile("mine.toml", text.encode())
    return client.post(f"{VERSIONS}import/", {"file": file})


def test_before_anything_was_scored_the_page_says_what_is_in_force(erin, sign_in):
    page = sign_in(erin).get(VERSIONS).content.decode()

    assert "the scorecard that comes with Tenure" in page
    assert "Start the draft" not in page


def test_versions_are_listed_with_their_reason_and_the_one_in_force(second, mona, sign_in):
    page = sign_in(mona).get(VERSIONS).content.decode()

    assert page.count("in force</span>") == 1
    assert "Good is harder" in page


def test_a_version_says_what_would_change_and_is_put_in_force(second, mona, sign_in):
    client = sign_in(mona)
    assert "Good: begins at 60 → 75." in client.get(f"{VERSIONS}2/").content.decode()

    answer = client.post(f"{VERSIONS}2/in-force/", {"note": "Agreed in May"})

    assert answer["Location"] == VERSIONS
    assert scorecards.in_force() == STRICT
    assert ScorecardInForce.objects.get().note == "Agreed in May"
    assert "Agreed in May" in client.get(VERSIONS).content.decode()
    assert "from 75" in client.get("/health/").content.decode()


def test_a_csm_puts_nothing_in_force(second, alice, sign_in):
    client = sign_in(alice)

    assert "Put version 2 in force" not in client.get(f"{VERSIONS}2/").content.decode()
    assert client.post(f"{VERSIONS}2/in-force/").status_code == 403
    assert scorecards.in_force() == in_force.scorecard()


def test_differences_are_sentences_in_both_directions(second, erin, sign_in):
    client = sign_in(erin)

    page = client.get(f"{VERSIONS}differences/", {"from": "file", "to": "2"}).content.decode()
    assert "Good: begins at 60 → 75." in page
    page = client.get(f"{VERSIONS}differences/", {"from": "2", "to": "in-force"}).content.decode()
    assert "Good: begins at 75 → 60." in page
    assert "They score in the same way" in client.get(f"{VERSIONS}differences/").content.decode()


@pytest.mark.parametrize("name", ["9", "nonsense", "-1", "99999999999999999999"])
def test_a_version_that_is_not_there_is_refused_in_words(db, erin, sign_in, name):
    answer = sign_in(erin).get(f"{VERSIONS}differences/", {"from": name})

    assert answer.status_code == 422
    assert f"There is no scorecard {name}" in answer.content.decode()


def test_what_is_exported_can_be_imported_as_a_draft(second, mona, sign_in):
    client = sign_in(mona)
    exported = client.get(f"{VERSIONS}2/file/")
    assert exported["Content-Disposition"] == 'attachment; filename="scorecard-2.toml"'
    text = exported.content.decode()
    assert text == toml_of(STRICT)

    answer = upload(client, text.replace("GOOD = 75", "GOOD = 70"))

    draft = Draft.objects.get()
    assert (draft.name, draft.definition["levels"]["GOOD"]) == ("mine.toml", 70)
    assert answer["Location"] == f"/health/drafts/{draft.id}/"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("GOOD = 60", "GOOD = 90", "levels.EXCELLENT: The level EXCELLENT begins at 80"),
        ('"nps"', '"charm"', "measures.charm: There is no measure charm."),
        ("[[component]]", "[[component", "line 8: This is not TOML"),
        ("weight = 40", "weight = 41", "engagement.measures: The measures of engagement weigh 101"),
    ],
)
def test_a_wrong_file_is_refused_with_the_place_of_each_fault(mona, sign_in, old, new, words):
    answer = upload(sign_in(mona), toml_of(in_force.scorecard()).replace(old, new, 1))

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Draft.objects.exists()
