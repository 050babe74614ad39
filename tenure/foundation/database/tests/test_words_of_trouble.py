"""What PostgreSQL and the system say is told in words that help."""

from pathlib import Path

import pytest

from tenure.foundation.database import problems
from tenure.foundation.database.folder import DataFolder
from tenure.foundation.refusals import Unavailable

PLACE = Path("/srv/tenure")
LOG = PLACE / "log" / "database.log"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("could not extend file: No space left on device", "The disk that holds /srv/tenure is full"),
        ("HINT:  Check free disk space.", "The disk that holds /srv/tenure is full"),
        ("[Errno 122] Disk quota exceeded", "The disk quota for /srv/tenure is used up"),
        ("initdb: error: Permission denied", "may not use /srv/tenure, which belongs to somebody"),
        ("Read-only file system", "The disk that holds /srv/tenure is read-only."),
        ("could not create shared memory segment", "too little shared memory"),
        ("FATAL:  password authentication failed for user", "The passwords in /srv/tenure/secrets"),
        ("HINT:  Is another postmaster (PID 7) running?", "first line of /srv/tenure/database/postm"),
    ],
)  # fmt: skip
def test_a_known_trouble_is_explained(said, told):
    refusal = problems.explain(f"FATAL: something\n{said}\nmore", PLACE, LOG)

    assert isinstance(refusal, Unavailable)
    assert told in refusal.message


def test_an_unknown_trouble_is_told_by_its_last_lines_and_where_to_read_on():
    refusal = problems.explain("\n".join(f"line {n}" for n in range(1, 9)), PLACE, LOG)

    assert "line 8" in refusal.message
    assert "line 3" not in refusal.message
    assert "/srv/tenure/log/database.log" in refusal.message


def test_trouble_of_the_system_in_a_block_becomes_a_refusal():
    with (
        pytest.raises(Unavailable, match="The disk that holds /srv/tenure is full"),
        problems.explained(PLACE, LOG),
    ):
        raise OSError(28, "No space left on device")


def test_only_a_server_that_is_about_to_go_is_waited_for():
    assert problems.is_leaving("HINT:  Is another postmaster (PID 7) running in data directory?")
    assert problems.is_leaving("pre-existing shared memory block (key 1, ID 2) is still in use")
    assert not problems.is_leaving("No space left on device")


def test_a_data_folder_that_is_a_file_is_refused(place):
    (place / "file").write_text("")

    with pytest.raises(Unavailable, match="cannot be made: Not a directory"):
        DataFolder(place / "file" / "data").prepare()
