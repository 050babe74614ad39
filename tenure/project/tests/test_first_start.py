"""The first start: the user is told what takes long, programs get their JSON and nothing else."""

import json

import pytest

from tests.processes import installation, until

pytestmark = pytest.mark.slow
PREPARING = "Preparing the database …\n"


@pytest.fixture
def house():
    with installation("a place of its own", has_tables=False) as made:
        yield made


def test_migrate_prepares_once_and_changes_nothing_after(house):
    first = house.run("migrate")
    assert (first.returncode, first.stderr) == (0, PREPARING)
    assert first.stdout.startswith("Applied ")
    assert first.stdout.endswith(" migrations.\n")

    again = house.run("migrate")
    assert (again.returncode, again.stdout, again.stderr) == (
        0,
        "The database is up to date.\n",
        "",
    )
    assert json.loads(house.run("migrate", "--json").stdout) == {"applied": 0}


def test_any_command_prepares_the_database(house):
    said = house.run("user", "create", "ines@tenure.example", "--role", "csm")

    assert (said.returncode, said.stderr) == (0, PREPARING)
    assert "Password: " in said.stdout


def test_programs_are_told_of_a_refusal_and_not_of_preparations(house):
    said = house.run("token", "create", "nobody@tenure.example", "--json")

    assert (said.returncode, said.stderr) == (1, "")
    assert json.loads(said.stdout)["fields"] == {"email": "unknown"}
    assert json.loads(house.run("migrate", "--json").stdout) == {"applied": 0}


def test_the_portal_says_where_it_is_and_ends_well_when_asked(house):
    web = house.serve("--without-jobs")
    until(lambda: house.words.endswith("\n") and "Tenure" in house.words, "the portal says where")
    assert house.words == f"{PREPARING}Tenure is at http://localhost:{house.port}\n"

    web.terminate()
    assert web.wait(timeout=60) == 0
    assert "Traceback" not in house.words


def test_a_data_folder_that_cannot_be_is_refused_in_words(house):
    (house.place / "file").write_text("")
    said = house.run("migrate", TENURE_DATA=str(house.place / "file" / "data"))

    assert said.returncode == 1
    assert "cannot be made: Not a directory. Name another one in TENURE_DATA." in said.stderr
    assert "Traceback" not in said.stderr
