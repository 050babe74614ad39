"""The data folder: where it is, whom it lets in, and the secrets it keeps."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tenure.foundation.database.folder import CHECKOUT, DataFolder, data_folder

ASK = """
import pathlib, sys
from tenure.foundation.database.folder import DataFolder
print(DataFolder(pathlib.Path(sys.argv[1])).secret("key"))
"""


def mode_of(path):
    return path.stat().st_mode & 0o777


def test_it_is_the_one_that_was_named():
    assert data_folder({"TENURE_DATA": "/srv/tenure/../acme"}).path == Path("/srv/acme")


def test_it_lies_in_the_checkout_when_none_was_named_and_the_database_can_enter():
    assert data_folder({}).path in (CHECKOUT / ".tenure", *Path("/var/lib").glob("tenure*"))


def test_it_and_its_parts_are_closed_to_everybody_else(place):
    folder = DataFolder(place / "data")
    folder.prepare()

    for part in (folder.uploads, folder.outbox, folder.path / "secrets"):
        assert mode_of(part) == 0o700
    assert mode_of(folder.path) == (0o711 if os.geteuid() == 0 else 0o700)


def test_a_secret_is_made_once_long_and_only_for_its_owner(folder):
    secret = folder.secret("key")

    assert len(secret) == 64
    assert folder.secret("key") == secret
    assert folder.secret("another") != secret
    assert mode_of(folder.path / "secrets" / "key") == 0o600


@pytest.mark.slow
def test_processes_that_ask_at_once_get_the_same_secret(folder):
    asking = [
        subprocess.Popen([sys.executable, "-c", ASK, str(folder.path)], stdout=subprocess.PIPE)
        for _ in range(6)
    ]
    answers = {process.communicate()[0] for process in asking}

    assert answers == {folder.secret("key").encode() + b"\n"}
    assert [file.name for file in (folder.path / "secrets").iterdir()] == ["key"]


def test_the_socket_lies_inside_unless_its_path_would_be_too_long():
    assert DataFolder(Path("/srv/tenure")).sockets == Path("/srv/tenure/run")
    assert DataFolder(Path("/srv/" + "a" * 100)).sockets.parent == Path("/tmp")
    assert DataFolder(Path("/srv/a,b")).sockets.parent == Path("/tmp")


def test_two_folders_never_share_a_socket():
    first, second = (DataFolder(Path("/srv/" + letter * 100)) for letter in "ab")

    assert first.sockets != second.sockets
