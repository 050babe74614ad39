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
import psutil
import psycopg

from tenure.foundation.database import problems
from tenure.foundation.database.account import unprivileged_account
from tenure.foundation.database.cluster import make_cluster, make_database
from tenure.foundation.database.folder import DataFolder
from tenure.foundation.database.programs import MAJOR, programs, run
from tenure.foundation.refusals import Unavailable

LONGEST_RECOVERY_SECONDS = 600
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "80",
    "shared_buffers": "256MB",
    "work_mem": "16MB",
    "maintenance_work_mem": "128MB",
    "max_wal_size": "2GB",
    "random_page_cost": "1.1",
    "jit": "off",
    "log_min_duration_statement": "2s",
    "log_line_prefix": "%m [%p] ",
}


def connection_parameters(folder: DataFolder) -> dict[str, str]:
    """How the application reaches the embedded server (libpq's names)."""
    return {
        "host": str(folder.sockets),
        "port": "5432",
        "user": "tenure",
        "password": folder.secret("database-password"),
        "dbname": "tenure",
    }


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
    while (state := answer_of(folder)) != "ready":
        if state == "silent":
            start(folder)
        elif time.monotonic() > patience:
            raise Unavailable(
                f"The database in {folder.path} has been recovering for ten minutes. "
                f"What it does stands in {folder.log}."
            )
        time.sleep(0.1)


def answer_of(folder: DataFolder) -> str:
    """`ready`, `starting` (it also says so while it recovers or stops), or `silent`."""
    owner = connection_parameters(folder) | {
        "user": "postgres",
        "dbname": "postgres",
        "password": folder.secret("database-owner-password"),
    }
    try:
        psycopg.connect(**owner, connect_timeout=5).close()  # type: ignore[arg-type]
    except psycopg.OperationalError as error:
        return "starting" if "the database system is" in str(error) else "silent"
    return "ready"


def start(folder: DataFolder) -> None:
    account = unprivileged_account(folder.cluster)
    if account and not account.can_enter(folder.path):
        raise problems.closed_folder(folder.path, account.name)
    binaries = programs(account, folder.path / "server")
    for part in (folder.sockets, folder.log.parent):
        account.own(part) if account else part.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not folder.cluster.exists():
        make_cluster(folder, binaries, account)
    made_by = (folder.cluster / "PG_VERSION").read_text().strip()
    if made_by != str(MAJOR):
        raise problems.other_major_version(made_by, folder.path)

    forget_dead_server(folder)
    options = SETTINGS | {"unix_socket_directories": str(folder.sockets)}
    told = " ".join(f"-c {name}='{value}'" for name, value in options.items())
    began = folder.log.stat().st_size if folder.log.exists() else 0
    done = run(
        binaries, "pg_ctl", "start", "-D", str(folder.cluster), "-l", str(folder.log),
        "-t", str(LONGEST_RECOVERY_SECONDS), "-o", told, account=account,
    )  # fmt: skip
    if done.returncode:
        said = (
            folder.log.read_bytes()[began:].decode(errors="replace") if folder.log.exists() else ""
        )
        raise problems.explain(done.stdout + said, folder.path, folder.log)
    make_database(folder, connection_parameters(folder))


def forget_dead_server(folder: DataFolder) -> None:
    """Remove the note of a server that is gone when its process number now means another process."""
    note = folder.cluster / "postmaster.pid"
    with contextlib.suppress(OSError, ValueError, IndexError, psutil.NoSuchProcess):
        lines = note.read_text().splitlines()
        process = psutil.Process(int(lines[0]))
        if process.create_time() > int(lines[2]) + 5 or "postgres" not in process.name():
            note.unlink()


def stop(folder: DataFolder) -> None:
    """Stop the server as one stops a server: sessions end, everything is written."""
    account = unprivileged_account(folder.cluster)
    binaries = programs(account, folder.path / "server")
    run(binaries, "pg_ctl", "stop", "-m", "fast", "-D", str(folder.cluster), account=account)
