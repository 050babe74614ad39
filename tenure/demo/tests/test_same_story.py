"""The same day gives the same story: nothing in it is left to chance."""

import os
import subprocess
import sys
from collections import Counter
from datetime import date

import pytest

from tenure.demo import world
from tenure.programme.in_force import tiers
from tenure.programme.words import Tier

TODAY = date(2026, 11, 23)
TELL = """
import hashlib, pathlib, sys
from collections import Counter
from datetime import date
from tenure.demo import files, world
found = world.customers(date(2026, 11, 23))
paths = files.write_files(found, date(2026, 11, 23), pathlib.Path(sys.argv[1]))
print([(path.name, hashlib.sha256(path.read_bytes()).hexdigest()) for path in paths])
print([(c.name, c.joined_on, c.csm, c.objective, c.people) for c in found])
"""


def told(folder, hash_seed: str) -> str:
    """What a process of its own tells, with sets and dictionaries hashed in its own way."""
    done = subprocess.run(
        [sys.executable, "-c", TELL, str(folder)],
        env=os.environ | {"PYTHONHASHSEED": hash_seed},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.mark.slow
def test_two_processes_tell_the_same_files_and_people(tmp_path):
    first, second = told(tmp_path / "a", "1"), told(tmp_path / "b", "2")

    assert "survey_answers.csv" in first
    assert first == second


def test_another_day_moves_the_story_and_changes_nobody():
    this, next_year = world.customers(TODAY), world.customers(date(2027, 11, 23))

    assert [c.name for c in this] == [c.name for c in next_year]
    assert this[0].joined_on != next_year[0].joined_on


def test_no_two_customers_share_a_name_or_a_number():
    found = world.customers(TODAY)

    assert len({c.name for c in found}) == len({c.external_id for c in found}) == 120


def test_the_books_hold_what_the_programme_allows_but_for_one_that_is_over_full():
    books: Counter[tuple[str, Tier]] = Counter(
        (one.csm, one.tier)
        for one in world.customers(TODAY)
        if one.csm and one.arc.leaves_day is None
    )
    most = {tier: tiers().promise(tier).customers_per_csm for tier in Tier}

    over = [csm for (csm, tier), size in books.items() if size > (most[tier] or 0)]

    assert len(books) == 18
    assert over == ["Ines Moreau"]
