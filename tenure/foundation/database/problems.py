"""What the database's own words mean for the person who tries to start it."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import psycopg

from tenure.foundation.database.programs import MAJOR
from tenure.foundation.refusals import Unavailable

ANOTHER_SERVER = "Is another postmaster"
LEAVING = (ANOTHER_SERVER, "pre-existing shared memory block")
FULL = "The disk that holds {folder} is full. Free some space and start again; nothing that was saved is lost."
EXPLANATIONS = {
    "No space left on device": FULL,
    "Check free disk space": FULL,
    "Disk quota exceeded": "The disk quota for {folder} is used up. Free some space and start again; nothing that was saved is lost.",
    "Permission denied": "The database may not use {folder}, which belongs to somebody else. Start Tenure as its owner, or name another folder in TENURE_DATA.",
    "Read-only file system": "The disk that holds {folder} is read-only.",
    "could not create shared memory segment": "This machine has too little shared memory for the database.",
    "password authentication failed": "The passwords in {folder}/secrets do not fit the database beside them. Put that folder back from a backup.",
    ANOTHER_SERVER: "A database server that does not answer holds {folder}. End it (its process number is the first line of {folder}/database/postmaster.pid), and start again.",
}


def explain(words: str, folder: Path, log: Path) -> Unavailable:
    """The refusal that fits what initdb, pg_ctl or the server's log said."""
    for sign, explanation in EXPLANATIONS.items():
        if sign in words:
            return Unavailable(explanation.format(folder=folder))
    last = "\n".join(words.strip().splitlines()[-5:])
    return Unavailable(f"The database in {folder} did not start. It said (more in {log}):\n{last}")


@contextlib.contextmanager
def explained(folder: Path, log: Path) -> Iterator[None]:
    """Say what the system and the database refuse in the block in words for people."""
    try:
        yield
    except (OSError, psycopg.Error) as error:
        raise explain(str(error), folder, log) from error


def is_leaving(words: str) -> bool:
    """Whether the server does not start because the one before it is not quite gone."""
    return any(sign in words for sign in LEAVING)


def other_major_version(found: str, folder: Path) -> Unavailable:
    return Unavailable(
        f"The data folder {folder} was made by PostgreSQL {found}; this Tenure carries "
        f"PostgreSQL {MAJOR}, which cannot read it. Start the Tenure that made it, save the data "
        f"with pg_dump, and load it into a new folder (docs/operations.md shows the commands)."
    )


def closed_folder(folder: Path, account: str) -> Unavailable:
    return Unavailable(
        f"PostgreSQL refuses to run as root, so it runs as “{account}”, which may not enter "
        f"{folder}. Name a folder that it can enter, for example TENURE_DATA=/var/lib/tenure."
    )
