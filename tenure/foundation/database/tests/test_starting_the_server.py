"""The server starts past what another one left behind, and says what it cannot get past."""

import os
import subprocess
import sys

import psutil
import pytest

from tenure.foundation.database import embedded
from tenure.foundation.database.folder import DataFolder
from tenure.foundation.database.tests.conftest import ask
from tenure.foundation.refusals import Unavailable
from tests.watching import has_ended

pytestmark = pytest.mark.slow
NOTE = "select words from note"
START_AND_DIE = """
import os, pathlib, sys
from tenure.foundation.database import embedded, folder
with embedded.running(folder.DataFolder(pathlib.Path(sys.argv[1]))):
    os.kill(os.getpid(), 9)
"""


def server_of(folder):
    return psutil.Process(int((folder.cluster / "postmaster.pid").read_text().split()[0]))


def test_what_was_written_is_there_at_the_next_start(filled):
    with embedded.running(filled):
        assert ask(filled, NOTE) == "kept"


def test_the_application_is_no_superuser_and_sits_in_utf8(folder):
    with embedded.running(folder):
        assert ask(folder, "select rolsuper from pg_roles where rolname = current_user") is False
        assert ask(folder, "show server_encoding") == "UTF8"
        assert ask(folder, "show listen_addresses") == ""


@pytest.mark.parametrize("left", ["", "nonsense\n", "999999\n", f"{os.getpid()}\n"],
                         ids=["empty", "no number", "nobody", "another process"])  # fmt: skip
def test_a_note_of_a_server_that_is_gone_does_not_stop_the_next(filled, left):
    (filled.cluster / "postmaster.pid").write_text(left)

    with embedded.running(filled):
        assert ask(filled, NOTE) == "kept"


def test_the_last_user_stops_the_server_and_none_before(folder):
    with embedded.running(folder):
        server = server_of(folder)
        with embedded.running(folder):
            pass
        assert ask(folder, "select 1") == 1

    assert has_ended(server)
    assert not (folder.cluster / "postmaster.pid").exists()


def test_a_server_left_by_a_killed_process_is_taken_over_and_stopped(folder):
    subprocess.run([sys.executable, "-c", START_AND_DIE, str(folder.path)])
    server = server_of(folder)

    with embedded.running(folder):
        assert server_of(folder).pid == server.pid

    assert has_ended(server)


def test_a_killed_server_is_revived_with_what_it_held(filled):
    with embedded.running(filled):
        server_of(filled).kill()

        embedded.revive(filled)

        assert ask(filled, NOTE) == "kept"


def test_a_start_that_was_cut_off_in_the_middle_is_done_again(folder):
    (folder.path / "database.new").mkdir()
    (folder.path / "database.new" / "PG_VERSION").write_text("18")

    with embedded.running(folder):
        assert ask(folder, "select 1") == 1


def test_another_major_version_is_named_and_left_alone(filled):
    (filled.cluster / "PG_VERSION").write_text("17\n")

    with (
        pytest.raises(Unavailable, match="was made by PostgreSQL 17; this Tenure carries"),
        embedded.running(filled),
    ):
        pass

    assert (filled.cluster / "PG_VERSION").read_text() == "17\n"


def test_secrets_that_do_not_fit_are_named(filled):
    for name in ("database-password", "database-owner-password"):
        (filled.path / "secrets" / name).write_text("another")

    with (
        pytest.raises(Unavailable, match="secrets do not fit the database beside them"),
        embedded.running(filled),
    ):
        pass


@pytest.mark.skipif(os.geteuid() != 0, reason="only root lends the database another account")
def test_a_folder_that_the_lent_account_cannot_enter_is_named(place):
    (place / "closed").mkdir(mode=0o700)

    with (
        pytest.raises(Unavailable, match="which may not enter .*closed/data"),
        embedded.running(DataFolder(place / "closed" / "data")),
    ):
        pass


@pytest.mark.parametrize(
    "name",
    [
        "with spaces",
        "it's a “quote”",
        'a "double" one',
        "commas, and $HOME",
        "größer-als",
        "a" * 120,
    ],
)
def test_folders_have_all_kinds_of_names(place, name):
    folder = DataFolder(place / name)

    with embedded.running(folder):
        assert ask(folder, "select 1") == 1
