"""One server process: how it is doing, how it starts, how it stops."""

import time
from enum import Enum
from pathlib import Path

import psycopg

from tenure.foundation.database import problems
from tenure.foundation.database.access import connection_parameters
from tenure.foundation.database.account import Account, make_private, unprivileged_account
from tenure.foundation.database.cluster import make_cluster
from tenure.foundation.database.folder import DataFolder
from tenure.foundation.database.programs import MAJOR, programs, run
from tenure.foundation.database.remains import clear_away

LONGEST_RECOVERY_SECONDS = 600
LONGEST_LEAVING_SECONDS = 20
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


class State(Enum):
    """What a server says to the application at the door; the first whose words are heard counts."""

    READY = ()
    STARTING = ("the database system is",)  # … starting up, in recovery mode, shutting down
    UNFINISHED = ("password authentication failed", 'database "tenure" does not exist')
    FULL = ("too many clients", "connection slots are reserved")
    SILENT = ("",)


def state_of(folder: DataFolder) -> State:
    try:
        psycopg.connect(**connection_parameters(folder), connect_timeout=5).close()  # type: ignore[arg-type]
    except psycopg.OperationalError as error:
        state = next(state for state in State if any(sign in str(error) for sign in state.value))
        return State.READY if state is State.FULL else state
    return State.READY


def start(folder: DataFolder) -> None:
    """Start the server, and make the cluster first where there is none.

    A server that was killed a moment ago may not be gone yet; that is waited for.
    """
    account = unprivileged_account(folder.cluster)
    if account and not account.can_enter(folder.path):
        raise problems.closed_folder(folder.path, account.name)
    patience = time.monotonic() + LONGEST_LEAVING_SECONDS
    with problems.explained(folder.path, folder.log):
        binaries = _make_parts(folder, account)
        while words := _refusal_to_start(folder, binaries, account):
            if not problems.is_leaving(words) or time.monotonic() > patience:
                raise problems.explain(words, folder.path, folder.log)
            time.sleep(0.2)


def _make_parts(folder: DataFolder, account: Account | None) -> Path:
    """What has to be there before the first start; answers where the programs are."""
    binaries = programs(account, folder.path / "server")
    for part in (folder.sockets, folder.log.parent):
        make_private(part, account)
    if not folder.cluster.exists():
        make_cluster(folder, binaries, account)
    made_by = (folder.cluster / "PG_VERSION").read_text().strip()
    if made_by != str(MAJOR):
        raise problems.other_major_version(made_by, folder.path)
    return binaries


def _refusal_to_start(folder: DataFolder, binaries: Path, account: Account | None) -> str:
    """Try to start; what stood in the way, or nothing.

    The paths are relative, because pg_ctl hands them to a shell, and folders have all kinds of names.
    """
    clear_away(folder)
    inside = folder.sockets.parent == folder.path
    sockets = f"../{folder.sockets.name}" if inside else str(folder.sockets)
    options = SETTINGS | {"unix_socket_directories": sockets}
    told = " ".join(f"-c {name}='{value}'" for name, value in options.items())
    began = folder.log.stat().st_size if folder.log.exists() else 0
    done = run(
        binaries, "pg_ctl", "start", "-D", folder.cluster.name, "-l", f"log/{folder.log.name}",
        "-t", str(LONGEST_RECOVERY_SECONDS), "-o", told, account=account, place=folder.path,
    )  # fmt: skip
    if not done.returncode:
        return ""
    log = folder.log.read_bytes()[began:].decode(errors="replace") if folder.log.exists() else ""
    return done.stdout + log


def stop(folder: DataFolder) -> None:
    """Stop the server as one stops a server: sessions end, everything is written."""
    account = unprivileged_account(folder.cluster)
    binaries = programs(account, folder.path / "server")
    run(binaries, "pg_ctl", "stop", "-m", "fast", "-D", str(folder.cluster), account=account)
