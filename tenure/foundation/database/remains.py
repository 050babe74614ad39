"""What a server that was killed leaves behind, and how the next one gets it out of its way."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import psutil

from tenure.foundation.database.folder import DataFolder

SECONDS_TO_END = 10
DEAD = {psutil.STATUS_ZOMBIE, psutil.STATUS_DEAD}


def clear_away(folder: DataFolder) -> None:
    """Remove the notes of a server that is gone, and end its sessions that have not noticed yet.

    A note's number may mean another process by now, or a dead one that nobody buried (in a
    container without an init); PostgreSQL would take either for its server. A session in the middle
    of a long query would keep the next server from starting.
    """
    note = folder.cluster / "postmaster.pid"
    try:
        noted = psutil.Process(abs(int(note.read_text().split()[0])))
    except (FileNotFoundError, psutil.NoSuchProcess):
        pass  # PostgreSQL itself knows what to do then
    except (ValueError, IndexError):
        note.unlink()
    else:
        if _works_in(folder.cluster, noted):
            return
        note.unlink(missing_ok=True)
    _end(list(_sessions_in(folder.cluster)))
    (folder.sockets / ".s.PGSQL.5432.lock").unlink(missing_ok=True)


def _works_in(cluster: Path, process: psutil.Process) -> bool:
    """Whether this is a living process of PostgreSQL whose place is the cluster.

    Where the system hides other people's processes, one of PostgreSQL counts as such.
    """
    try:
        if process.status() in DEAD or "postgres" not in process.name():
            return False
        return Path(process.cwd()) == cluster.resolve()
    except psutil.AccessDenied:
        return True
    except (psutil.NoSuchProcess, FileNotFoundError):
        return False


def _sessions_in(cluster: Path) -> Iterator[psutil.Process]:
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error, OSError):
            if "postgres" in process.name() and Path(process.cwd()) == cluster.resolve():
                yield process


def _end(processes: list[psutil.Process]) -> None:
    for process in processes:
        with contextlib.suppress(psutil.Error):
            process.kill()
    psutil.wait_procs(processes, timeout=SECONDS_TO_END)
