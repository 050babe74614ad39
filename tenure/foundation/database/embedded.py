"""The embedded PostgreSQL: started by the first process that needs it, stopped by the last one.

Nobody trusts process numbers: a server is there when it answers. Starts and stops take turns by a
file lock; every process that uses the server holds a shared lock, which the kernel gives back even
after `kill -9`, so the last one out knows that it is the last.
"""

import contextlib
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import fasteners

from tenure.foundation.database.access import connection_parameters
from tenure.foundation.database.cluster import make_database
from tenure.foundation.database.folder import DataFolder
from tenure.foundation.database.server import (
    LONGEST_RECOVERY_SECONDS,
    State,
    start,
    state_of,
    stop,
)
from tenure.foundation.refusals import Unavailable

__all__ = ["connection_parameters", "ensure_answering", "revive", "running"]


@contextlib.contextmanager
def running(folder: DataFolder) -> Iterator[None]:
    """Keep the server of this folder running for as long as the block lasts."""
    folder.prepare()
    with _turn(folder):
        use = _uses.setdefault(folder, Use(folder.lock("in-use")))
        use.enter()
        try:
            ensure_answering(folder)
        except BaseException:
            use.leave()
            raise
    try:
        yield
    finally:
        with _turn(folder):
            if use.leave() and use.lock.acquire_write_lock(blocking=False):
                stop(folder)
                use.lock.release_write_lock()


class Use:
    """This process's shared lock on a server: one per process, however many blocks use it."""

    def __init__(self, path: Path) -> None:
        self.lock = fasteners.InterProcessReaderWriterLock(path)
        self.blocks = 0

    def enter(self) -> None:
        if not self.blocks:
            self.lock.acquire_read_lock()
        self.blocks += 1

    def leave(self) -> bool:
        """Whether that was this process's last block."""
        self.blocks -= 1
        if not self.blocks:
            self.lock.release_read_lock()
        return not self.blocks


_uses: dict[DataFolder, Use] = {}


@contextlib.contextmanager
def _turn(folder: DataFolder) -> Iterator[None]:
    """Threads of this process and other processes, one at a time."""
    with _threads, fasteners.InterProcessLock(folder.lock("start-and-stop")):
        yield


_threads = threading.RLock()


def revive(folder: DataFolder) -> None:
    """Start the server again if it died under us."""
    with _turn(folder):
        ensure_answering(folder)


def ensure_answering(folder: DataFolder) -> None:
    """Attach to the server, or start it. The caller holds the turn."""
    patience = time.monotonic() + LONGEST_RECOVERY_SECONDS
    while (state := state_of(folder)) is not State.READY:
        if state is State.SILENT:
            start(folder)
        elif state is State.UNFINISHED:
            make_database(folder)
        elif time.monotonic() > patience:
            raise Unavailable(
                f"The database in {folder.path} has been recovering for ten minutes. "
                f"What it does stands in {folder.log}."
            )
        else:
            time.sleep(0.1)
