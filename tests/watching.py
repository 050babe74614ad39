"""What became of processes that a test started or killed."""

import contextlib

import psutil


def has_ended(process: psutil.Process) -> bool:
    """Whether it is gone, or dead and not buried yet (in a container without an init)."""
    try:
        return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def children(process: psutil.Process, sign: str) -> set[psutil.Process]:
    """The living processes that this one started, with the sign in their command."""
    found = set()
    for child in process.children():
        with contextlib.suppress(psutil.Error):
            if sign in " ".join(child.cmdline()):
                found.add(child)
    return found
