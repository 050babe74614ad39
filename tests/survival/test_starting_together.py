"""Processes that start on one empty data folder at the same moment share one database."""

import pytest

from tests.processes import installation

pytestmark = pytest.mark.slow


@pytest.fixture
def house():
    with installation(has_tables=False) as made:
        yield made


def secrets_of(house):
    return {file.name: file.read_text() for file in (house.folder.path / "secrets").iterdir()}


def test_commands_that_start_at_once_all_work_on_one_database(house):
    emails = [f"person-{n}@tenure.example" for n in range(4)]
    started = [house.start("user", "create", email, "--role", "csm") for email in emails]
    codes = [process.wait(timeout=120) for process in started]

    assert codes == [0, 0, 0, 0], house.words
    listed = house.run("user", "list").stdout
    assert all(email in listed for email in emails)


def test_they_make_each_secret_once_and_leave_no_drafts(house):
    started = [house.start("migrate") for _ in range(3)]
    codes = [process.wait(timeout=120) for process in started]
    made = secrets_of(house)

    assert codes == [0, 0, 0], house.words
    assert set(made) == {"session-key", "database-password", "database-owner-password"}
    assert house.run("migrate").returncode == 0
    assert secrets_of(house) == made


def test_the_last_command_stops_the_database_and_none_before(house):
    web = house.serve("--without-jobs")

    assert house.run("user", "list").returncode == 0
    with house.database() as connection:
        assert connection.execute("select 1").fetchone() == (1,)

    web.terminate()
    assert web.wait(timeout=60) == 0, house.words
    assert not (house.folder.cluster / "postmaster.pid").exists()
