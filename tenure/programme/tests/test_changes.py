"""What differs between two programmes, in sentences that name tiers, steps and figures."""

import pytest

from tenure.programme.changes import changes
from tenure.programme.loading import FILES, read_programme

MADE = read_programme()


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("tiers", "P1 = 4, P2", "P1 = 3, P2", ["tiers: Mid-market, first response hours, P1: 4 → 3"]),
        ("tiers", ', { cadence = "ANNUAL" }', "", ["tiers: Enterprise, reviews annual: left out"]),
        ("onboarding", 'title = "Go-live"\nday = 21', 'title = "Go-live"\nday = 24',
         ["onboarding: milestone Go-live, day: 21 → 24"]),
        ("onboarding", "day = 15, hours = 4", 'day = 15, hours = 4, owner = "SUPPORT"',
         ["onboarding: phase Training and enablement, task Train the administrators, owner: CSM → Support"]),
        ("onboarding", "day = [30, 60, 90]", "day = [30, 90]",
         ["onboarding: touchpoint Review of value, day: 60 → nothing"]),
        ("metrics", "{ above = 50 }, ENT", "{ at_least = 55 }, ENT",
         ["metrics: NPS, target, for all: over 50 → at least 55"]),
        ("escalation", "hours = 72", "working_days = 2",
         ["escalation: level The CSM with support, hours: 72 → nothing",
          "escalation: level The CSM with support, working days: nothing → 2"]),
        ("calendar", 'country = ""', 'country = "DE"', ["calendar: country: nothing → DE"]),
        ("calendar", "[clock]", '[[holiday]]\nday = 2026-12-24\ntitle = "Christmas Eve"\n[clock]',
         ["calendar: holiday Christmas Eve: new"]),
        ("scorecard", "drop_points = 10", "drop_points = 12",
         ["scorecard: A fall is an alert from more than 10 → 12 points"]),
    ],
)  # fmt: skip
def test_a_change_is_said_in_a_sentence(tmp_path, name, old, new, words):
    text = (FILES / f"{name}.toml").read_text()
    assert old in text
    (tmp_path / f"{name}.toml").write_text(text.replace(old, new, 1))

    assert changes(MADE, read_programme(tmp_path)) == words


def test_the_same_programme_does_not_differ():
    assert changes(MADE, read_programme()) == []
