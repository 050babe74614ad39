"""Data folders that no other test knows."""

import os
import shutil
import signal
import tempfile
from pathlib import Path

import psycopg
import pytest

from tenure.foundation.database import embedded
from tenure.foundation.database.access import connection_parameters
from tenure.foundation.database.folder import DataFolder


@pytest.fixture
def place():
    """An empty folder that a lent account can enter, which it could not below root's own."""
    made = Path(tempfile.mkdtemp(prefix="tenure-place-")).resolve()
    made.chmod(0o711)
    yield made
    for note in made.rglob("postmaster.pid"):
        end_server(note)
    shutil.rmtree(made, ignore_errors=True)


def end_server(note: Path) -> None:
    """End a server that a failed test left behind."""
    number = note.read_text().split()[:1]
    command = Path(f"/proc/{number[0]}/comm") if number else None
    if command and command.exists() and command.read_text().strip() == "postgres":
        os.kill(int(number[0]), signal.SIGQUIT)


@pytest.fixture
def folder(place):
    """A data folder on which nothing was started yet."""
    found = DataFolder(place)
    found.prepare()
    return found


@pytest.fixture
def filled(folder):
    """A data folder whose database holds a note, and is stopped."""
    with embedded.running(folder):
        ask(folder, "create table note as select 'kept' as words")
    return folder


def ask(folder: DataFolder, question: str):
    with psycopg.connect(**connection_parameters(folder), autocommit=True) as connection:
        answered = connection.execute(question)
        return answered.fetchone()[0] if answered.description else None
