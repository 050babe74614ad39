"""Tenure as people run it: real processes on a data folder of their own."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import psycopg

from tenure.foundation.database.access import connection_parameters
from tenure.foundation.database.folder import DataFolder
from tests import lent_database, lent_static

SECONDS_OF_PATIENCE = 240


class Installation:
    """A data folder, and the commands that are run on it. What it started, it ends."""

    def __init__(self, name: str = "") -> None:
        # Not pytest's own folders: a lent account could not enter those of root.
        self.place = Path(tempfile.mkdtemp(prefix="tenure-installation-")).resolve()
        self.place.chmod(0o711)
        self.folder = DataFolder(self.place / name if name else self.place)
        self.port = free_port()
        self.started: list[subprocess.Popen[bytes]] = []
        self.environ = {
            key: value
            for key, value in os.environ.items()
            if not key.startswith(lent_database.NOT_INHERITED)
        } | {"TENURE_DATA": str(self.folder.path), "TENURE_PORT": str(self.port)}

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def words(self) -> str:
        """All that the processes in the background said."""
        return (self.place / "words").read_text()

    def run(self, *told: str, given: str = "", **environ: str) -> subprocess.CompletedProcess[str]:
        """A command, run to its end."""
        return subprocess.run(
            [sys.executable, "-m", "tenure", *told], input=given, env=self.environ | environ,
            capture_output=True, text=True, timeout=SECONDS_OF_PATIENCE * 4,
        )  # fmt: skip

    def start(self, *told: str, **environ: str) -> subprocess.Popen[bytes]:
        """A command that goes on in the background, in a group of its own."""
        with (self.place / "words").open("ab") as words:
            process = subprocess.Popen(
                [sys.executable, "-m", "tenure", *told],
                env=self.environ | environ,
                stdin=subprocess.DEVNULL,
                stdout=words,
                stderr=words,
                start_new_session=True,
            )
        self.started.append(process)
        return process

    def serve(self, *told: str) -> subprocess.Popen[bytes]:
        lent_static.lend(self.folder)
        process = self.start("serve", "--workers", "1", *told)
        until(lambda: process.poll() is not None or self.answers(), "the portal answers")
        assert process.poll() is None, self.words
        lent_static.keep(self.folder)
        return process

    def answers(self) -> bool:
        with socket.socket() as line:
            return line.connect_ex(("127.0.0.1", self.port)) == 0

    @contextlib.contextmanager
    def database(self) -> Iterator[psycopg.Connection]:
        """A connection of our own; a database that is just coming up is waited for."""
        told, found = connection_parameters(self.folder), list[psycopg.Connection]()

        def connects() -> bool:
            with contextlib.suppress(psycopg.OperationalError):
                found.append(psycopg.connect(**told, autocommit=True))
            return bool(found)

        until(connects, "the database answers")
        with found[0] as connection:
            yield connection

    def postmaster(self) -> psutil.Process:
        return psutil.Process(int((self.folder.cluster / "postmaster.pid").read_text().split()[0]))

    def end(self) -> None:
        for process in self.started:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        with contextlib.suppress(OSError, ValueError, psutil.Error):
            self.postmaster().send_signal(signal.SIGQUIT)
        shutil.rmtree(self.place, ignore_errors=True)
        if self.folder.sockets.parent != self.folder.path:
            shutil.rmtree(self.folder.sockets, ignore_errors=True)


@contextlib.contextmanager
def installation(name: str = "", *, has_tables: bool = True) -> Iterator[Installation]:
    """With its tables in place, and its pages where they are at hand, unless the test is about how they
    get there."""
    made = Installation(name)
    try:
        if has_tables:
            lent_database.lend(made.folder)
            lent_static.lend(made.folder)
        yield made
    finally:
        made.end()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def until(is_so: Callable[[], object], what: str, seconds: float = SECONDS_OF_PATIENCE) -> None:
    """Look again and again until it is so; fail when it takes too long."""
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, f"It did not come to pass that {what}."
        time.sleep(0.05)
