"""Bringing the embedded server back when it dies while long-running processes use it."""

import contextlib
import logging
import os
import socket
import threading
from collections.abc import Iterator

from tenure.foundation.database import embedded
from tenure.foundation.database.folder import DataFolder
from tenure.foundation.refusals import Refusal

SECONDS_BETWEEN_LOOKS = 0.5

log = logging.getLogger(__name__)


@contextlib.contextmanager
def watched(folder: DataFolder) -> Iterator[None]:
    """Look after the server in the background for as long as the block lasts."""
    if os.environ.get("DATABASE_URL"):
        yield
        return
    done = threading.Event()
    looks = threading.Thread(target=_look, args=(folder, done), name="database watch", daemon=True)
    looks.start()
    try:
        yield
    finally:
        done.set()
        looks.join()


def _look(folder: DataFolder, done: threading.Event) -> None:
    said = ""
    while not done.wait(SECONDS_BETWEEN_LOOKS):
        if listens(folder):
            continue
        if not said:
            log.warning("The database does not answer; starting it again.")
        try:
            embedded.revive(folder)
        except (Refusal, OSError) as trouble:
            if str(trouble) != said:
                said = str(trouble)
                log.error(said)
        else:
            log.warning("The database is back.")
            said = ""


def listens(folder: DataFolder) -> bool:
    """Whether anybody listens on the server's socket: cheap, and true during recovery too."""
    with socket.socket(socket.AF_UNIX) as line:
        try:
            line.connect(str(folder.sockets / ".s.PGSQL.5432"))
        except OSError:
            return False
    return True
