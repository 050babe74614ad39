"""All that is wrong with a file of the programme is told at once, each with its line."""

import pytest

from tenure.programme.loading import FILES
from tenure.programme.mistakes import mistakes_in
from tenure.programme.whole import FORMS


def told(name: str, *replaced: tuple[str, str]) -> list[str]:
    text = (FILES / f"{name}.toml").read_text()
    for old, new in replaced:
        assert old in text
        text = text.replace(old, new, 1)
    return mistakes_in(text, FORMS[name])


def line(name: str, words: str) -> int:
    text = (FILES / f"{name}.toml").read_text()
    return text[: text.index(words)].count("\n") + 1


def test_one_wrong_value_does_not_hide_another():
    found = told("tiers", ("notice_days = 90", 'notice_days = "x"'), ("P1 = 8", 'P1 = "x"'))

    days, hours = (
        line("tiers", "notice_days = 90"),
        line("tiers", "first_response_hours = { P1 = 8"),
    )
    assert found == [
        f"line {days}: Expected `int | null`, got `str` (tier[0].notice_days)",
        f"line {hours}: Expected `float`, got `str` (tier[2].first_response_hours[...])",
    ]


def test_a_misspelt_name_is_told_with_the_one_that_is_meant():
    assert told("reviews", ("minutes = 45", "minuets = 45")) == [
        f"line {line('reviews', 'minutes = 45')}: unknown field `minuets`: minutes is meant?"
    ]


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("onboarding", 'code = "pilot"', 'code = "users"', "The task users stands 2 times."),
        ("onboarding", "day = 60\nphase", "day = 20\nphase", "The milestones do not follow each"),
        ("metrics", 'code = "csat"', 'code = "nps"', "The metric nps stands 2 times."),
        ("escalation", "day = 1, p", "day = true, p", "Expected `int`, got `bool`"),
        ("calendar", "closes = 17", "closes = 07", "The day must close after it opens."),
        ("advocacy", "asks_a_quarter = 2", "asks_a_quarter = 9", "at least as often as one person"),
        ("advocacy", "industry = 30", "industry = 31", "The points sum to 100."),
        ("advocacy", '"PRESS_RELEASE"', '"PRESS"', "PRESS"),
        ("calendar", 'region = ""', "region = 1", "Expected `str`, got `int` (region)"),
    ],
)
def test_a_contradiction_has_the_line_where_it_shows(name, old, new, words):
    at = line(name, old)
    found = told(name, (old, new))

    assert len(found) == 1
    number = int(found[0].removeprefix("line ").partition(":")[0])
    assert abs(number - at) <= 4  # an entry begins with its header, some lines above the value
    assert words in found[0]


def test_every_fault_of_a_scorecard_is_told():
    found = told(
        "scorecard", ("ENTERPRISE = 25", "ENTERPRISE = 26"), ("[[0, 100], [20, 0]]", "[[0, 100]]")
    )

    assert [words.partition(": ")[2] for words in found] == [
        "The curve of complaints needs at least two points.",
        "The components weigh 101 for ENTERPRISE, not 100.",
    ]
    assert found[0].startswith(f"line {line('scorecard', 'code = "complaints"')}:")


@pytest.mark.parametrize("name", FORMS)
def test_nothing_is_wrong_with_the_files_that_come_with_tenure(name):
    assert told(name) == []
