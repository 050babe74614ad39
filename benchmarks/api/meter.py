"""What processes use: processor time of a tree, memory of a tree."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil

MIB = 1024 * 1024


@dataclass
class Used:
    """Seconds of processor time."""

    server: float = 0
    database: float = 0


@dataclass(frozen=True)
class Memory:
    """MiB of a tree of processes. In `shared_out` (PSS) a page that n processes share counts for
    a nth in each; in `resident` (RSS) it counts whole in each."""

    shared_out: float
    resident: float
    parts: tuple[int, ...]  # shared out, process by process


class Meter:
    """Watches servers, and PostgreSQL beside them."""

    def __init__(self, house: Path) -> None:
        self.postmaster = int((house / "database" / "postmaster.pid").read_text().split()[0])

    @contextlib.contextmanager
    def watching(self, pid: int) -> Iterator[Used]:
        used = Used()
        server, database = processor_time(pid), processor_time(self.postmaster)
        yield used
        used.server = processor_time(pid) - server
        used.database = processor_time(self.postmaster) - database


def tree(pid: int) -> list[psutil.Process]:
    root = psutil.Process(pid)
    return [root, *root.children(recursive=True)]


def processor_time(pid: int) -> float:
    """Seconds that a tree used so far, with its members that have ended."""
    total = 0.0
    for process in tree(pid):
        with contextlib.suppress(psutil.NoSuchProcess):
            times = process.cpu_times()
            total += times.user + times.system + times.children_user + times.children_system
    return total


def memory_of(pid: int) -> Memory:
    resident, parts = 0.0, []
    for process in tree(pid):
        with contextlib.suppress(psutil.NoSuchProcess):
            told = process.memory_info().rss
            resident += told / MIB
            parts.append((_pss(process.pid) or told) / MIB)
    return Memory(sum(parts), resident, tuple(round(part) for part in parts))


def _pss(pid: int) -> int | None:
    """Bytes, where the kernel tells."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return None
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
