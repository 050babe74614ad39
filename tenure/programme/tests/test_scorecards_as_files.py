"""A scorecard goes into a file and comes back; a wrong one is refused with all its faults."""

import msgspec
import pytest
from hypothesis import given

from tenure.programme import in_force
from tenure.programme.differences import differences
from tenure.programme.loading import FILES
from tenure.programme.reading import card_from, card_in
from tenure.programme.scorecard import WrongScorecard
from tenure.programme.tests.cards import scorecards
from tenure.programme.writing import toml_of

CARD = in_force.scorecard()
TEXT = (FILES / "scorecard.toml").read_text()


def faults_of(**changes) -> dict[str, str]:
    """The faults of ours with something changed, by their place."""
    values = msgspec.to_builtins(CARD, str_keys=True) | changes
    with pytest.raises(WrongScorecard) as refusal:
        card_from(values)
    return {fault.place: fault.words for fault in refusal.value.faults}


@given(scorecards())
def test_what_is_written_reads_back_to_the_same_version(card):
    assert card_in(toml_of(card)).version == card.version


def test_our_own_scorecard_reads_back_too_and_is_written_as_it_stands():
    assert card_in(toml_of(CARD)).version == CARD.version
    line = 'code = "nps", weight = 40, curve = [[-100, 0], [100, 100]]'
    assert line in toml_of(CARD)


@given(scorecards())
def test_a_scorecard_does_not_differ_from_itself_and_differs_from_ours(card):
    assert differences(card, card) == []
    assert differences(CARD, card) != []


def test_all_faults_are_told_at_once_each_with_its_place():
    levels = {"EXCELLENT": 80, "GOOD": 85, "FAIR": 40, "POOR": 0}

    assert faults_of(levels=levels, trend_points=0) == {
        "levels.EXCELLENT": "The level EXCELLENT begins at 80, not above GOOD.",
        "trend_points": "trend_points lies between 0 and 100, and above 0.",
    }


@pytest.mark.parametrize(
    ("levels", "words"),
    [
        ({"EXCELLENT": 101, "GOOD": 60, "FAIR": 40, "POOR": 0}, "outside of 0 to 100"),
        ({"EXCELLENT": 80, "GOOD": 60, "FAIR": 60, "POOR": 0}, "GOOD begins at 60, not above"),
        ({"EXCELLENT": 80, "GOOD": 60, "FAIR": 40, "POOR": 5}, "POOR begins at 0"),
        ({"EXCELLENT": 80, "GOOD": 60, "POOR": 0}, "The level FAIR has no threshold"),
        ({"EXCELLENT": float("nan"), "GOOD": 60, "FAIR": 40, "POOR": 0}, "begins at nan"),
    ],
)
def test_levels_fall_from_100_to_0(levels, words):
    assert any(words in told for told in faults_of(levels=levels).values())


def test_a_component_that_history_has_no_column_for_is_refused():
    parts = msgspec.to_builtins(CARD, str_keys=True)["component"]
    parts[0]["code"] = "vibes"

    assert "There is no component vibes" in faults_of(component=parts)["vibes.measures"]


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        ("[[component]]", "[[component", "line 16", "This is not TOML"),
        ("trend_points = 5 ", 'trend_points = "5" ', "trend_points", "Expected `float`, got `str`"),
        ("target = 80", "taget = 80", "component[0]", "unknown field `taget`"),
    ],
)
def test_a_text_that_cannot_be_read_says_where(old, new, place, words):
    with pytest.raises(WrongScorecard) as refusal:
        card_in(TEXT.replace(old, new, 1))

    (fault,) = refusal.value.faults
    assert (fault.place, words in fault.words) == (place, True)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("EXCELLENT = 80", "EXCELLENT = 85", "Excellent: begins at 80 → 85."),
        ("drop_points = 10", "drop_points = 8", "A fall is an alert from more than 10 → 8 points."),
        ("target = 75", "target = 70", "Success: target 75 → 70."),
        ("[[-100, 0],", "[[-50, 0],",
         "nps: curve −100 → 0, 100 → 100; now −50 → 0, 100 → 100."),
        ("ENTERPRISE = [[45, 100]", "ENTERPRISE = [[50, 100]",
         "time_to_value: curve for Enterprise now 50 → 100, 135 → 0."),
        ('title = "Success"', 'title = "Value"', "Success: now called Value."),
    ],
)  # fmt: skip
def test_a_difference_is_a_sentence(old, new, words):
    assert differences(CARD, card_in(TEXT.replace(old, new, 1))) == [words]


def test_weights_that_moved_are_told_for_each_tier_and_measures_that_went_by_name():
    text = TEXT.replace("ENTERPRISE = 25", "ENTERPRISE = 20").replace(
        "ENTERPRISE = 35", "ENTERPRISE = 40"
    )
    text = text.replace('"complaints", ', '"kindness", ')

    assert differences(CARD, card_in(text), lambda code: code.capitalize()) == [
        "Engagement: weight 25 → 20 for Enterprise.",
        "Success: weight 35 → 40 for Enterprise.",
        "Kindness: new in Satisfaction, weight 10.",
        "Complaints: left out.",
    ]
