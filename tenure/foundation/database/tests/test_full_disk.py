"""A full disk is named as such, costs nothing that was saved, and is over when there is room."""

import os
import subprocess

import psycopg
import pytest

from tenure.foundation.database import embedded
from tenure.foundation.database.folder import DataFolder
from tenure.foundation.database.tests.conftest import ask
from tenure.foundation.refusals import Unavailable

pytestmark = pytest.mark.slow
FULL = "The disk that holds .* is full"


@pytest.fixture
def disk(place):
    """A disk of 20 megabytes, and the way to make it larger."""
    small = place / "disk"
    small.mkdir()

    def sized(megabytes: int, *how: str) -> bool:
        told = ["mount", "-t", "tmpfs", "-o", ",".join((*how, f"size={megabytes}m,mode=711"))]
        return subprocess.run([*told, "tenure-test", small], capture_output=True).returncode == 0

    if os.geteuid() != 0 or not sized(20):
        pytest.skip("!!! NO FULL DISK WAS TRIED: mounting a small one needs root.")
    yield DataFolder(small), lambda megabytes: sized(megabytes, "remount")
    subprocess.run(["umount", "--lazy", small], check=True)


def test_a_disk_too_small_for_the_first_start_is_named_and_keeps_no_half(disk):
    folder, _ = disk

    with pytest.raises(Unavailable, match=FULL), embedded.running(folder):
        pass

    assert not folder.cluster.exists()
    assert not (folder.path / "database.new").exists()


def test_it_starts_when_there_is_room(disk):
    folder, resize = disk
    with pytest.raises(Unavailable, match=FULL), embedded.running(folder):
        pass

    assert resize(200)
    with embedded.running(folder):
        assert ask(folder, "select 1") == 1


def test_a_disk_that_fills_up_refuses_writes_and_keeps_what_was_saved(disk):
    folder, resize = disk
    assert resize(120)
    with embedded.running(folder):
        ask(folder, "create table note as select 'kept' as words")
        (folder.path / "ballast").write_bytes(b"\0" * room_on(folder))

        with pytest.raises(psycopg.OperationalError):
            ask(
                folder, "create table more as select repeat('x', 1000) from generate_series(1, 1e6)"
            )

        (folder.path / "ballast").unlink()
        embedded.revive(folder)
        assert ask(folder, "select words from note") == "kept"
        ask(folder, "insert into note values ('and more')")


def room_on(folder):
    """The room that is left, but for a megabyte."""
    facts = os.statvfs(folder.path)
    return facts.f_bavail * facts.f_bsize - 2**20
