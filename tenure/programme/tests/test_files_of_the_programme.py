"""The programme's files: they load, they add up, and a wrong one is refused with its place."""

from decimal import Decimal

import pytest

from tenure.programme import in_force
from tenure.programme.loading import FILES, WrongProgramme, load
from tenure.programme.scorecard import Scorecard
from tenure.programme.tiers import Tiers
from tenure.programme.words import Tier

SCORECARD = (FILES / "scorecard.toml").read_text()
TIERS = (FILES / "tiers.toml").read_text()
WRONG_SCORECARDS = {
    "levels = {": "broken = {",
    "EXCELLENT = 80, ": "",
    "ENTERPRISE = 25": "ENTERPRISE = 26",
    "SMALL_BUSINESS = 40": "SMALL = 40",
    'code = "csat",                weight = 30': 'code = "csat", weight = 29',
    'code = "csat",  ': 'code = "nps",  ',
    "curve = [[0, 0], [5, 100]] },\n  { code = \"feature": "curve = [[0, 0]] },\n  { code = \"feature",
    "[[-100, 0], [100, 100]]": "[[100, 0], [-100, 100]]",
    "[[0, 100], [20, 0]]": "[[0, 100], [20, 0], [30, 50]]",
    "[[30, 100], [90, 0]], curve_by": "[[30, 101], [90, 0]], curve_by",
    "weight = { default = 20 }": "weight = { ENTERPRISE = 20 }",
}  # fmt: skip
WORDS_OF_SCORECARDS = (
    "unknown field|missing required field `levels`",
    "The level EXCELLENT has no threshold",
    "The components weigh 101 for ENTERPRISE, not 100",
    "The component engagement has a weight for SMALL: no tier",
    "The measures of satisfaction weigh 99, not 100",
    "The measure nps stands twice",
    "The curve of login_frequency needs at least two points",
    "The curve of nps does not run from left to right",
    "The curve of complaints goes up and down",
    "The curve of time_to_value leaves the range from 0 to 100",
    "The component satisfaction has no default weight",
)


def written(tmp_path, text: str, old: str, new: str):
    """A file of the programme with one thing changed."""
    assert old in text
    path = tmp_path / "wrong.toml"
    path.write_text(text.replace(old, new, 1))
    return path


@pytest.mark.parametrize(
    ("tier", "weights"),
    [
        (Tier.ENTERPRISE, [25, 35, 20, 20]),
        (Tier.MID_MARKET, [30, 30, 20, 20]),
        (Tier.SMALL_BUSINESS, [40, 25, 20, 15]),
        (Tier.TRIAL, [30, 30, 20, 20]),
    ],
)
def test_each_tier_weighs_the_components_its_own_way(tier, weights):
    assert [part.weight_for(tier) for part in in_force.scorecard().component] == weights


@pytest.mark.parametrize(
    ("value", "tier"),
    [
        ("100000", Tier.ENTERPRISE),
        ("99999.99", Tier.MID_MARKET),
        ("25000", Tier.MID_MARKET),
        ("24999.99", Tier.SMALL_BUSINESS),
        ("5000", Tier.SMALL_BUSINESS),
        ("4999.99", Tier.TRIAL),
        ("0", Tier.TRIAL),
    ],
)
def test_a_years_value_decides_the_tier_and_a_bound_belongs_to_the_higher_one(value, tier):
    assert in_force.tiers().of_value(Decimal(value)) == tier


def test_an_enterprise_customer_is_promised_an_answer_in_two_hours():
    assert in_force.tiers().promise(Tier.ENTERPRISE).first_response_hours["P1"] == 2


def test_the_version_of_a_scorecard_changes_with_its_content_and_not_with_its_layout(tmp_path):
    same = written(tmp_path, SCORECARD, "# weight ", "#  weight ")
    assert load(same, Scorecard).version == in_force.scorecard().version

    other = written(tmp_path, SCORECARD, "trend_points = 5 ", "trend_points = 6 ")
    assert load(other, Scorecard).version != in_force.scorecard().version


@pytest.mark.parametrize(
    ("change", "words"), list(zip(WRONG_SCORECARDS.items(), WORDS_OF_SCORECARDS, strict=True))
)
def test_a_wrong_scorecard_is_refused_and_says_where(tmp_path, change, words):
    path = written(tmp_path, SCORECARD, *change)

    with pytest.raises(WrongProgramme, match=words) as refusal:
        load(path, Scorecard)

    assert str(path) in refusal.value.message


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('code = "TRIAL"', 'code = "MID_MARKET"', "one tier each, in this order"),
        ("least_annual_value = 5000", "least_annual_value = 50000", "must fall from tier to tier"),
        ("least_annual_value = 0", "least_annual_value = 1", "must fall from tier to tier"),
        ('code = "TRIAL"', 'code = "FREE"', "Invalid enum value 'FREE'.*tier"),
        ("onboarding_days = 45", 'onboarding_days = "long"', "onboarding_days"),
        ("onboarding_days = 45", "onbording_days = 45", "unknown field `onbording_days`"),
        ("[[tier]]", "[[tier", "line"),
    ],
)
def test_wrong_tiers_are_refused_and_say_where(tmp_path, old, new, words):
    path = written(tmp_path, TIERS, old, new)

    with pytest.raises(WrongProgramme, match=words) as refusal:
        load(path, Tiers)

    assert str(path) in refusal.value.message


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(WrongProgramme, match=r"nothing\.toml: No such file"):
        load(tmp_path / "nothing.toml", Tiers)
