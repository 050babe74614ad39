"""The processes that `tenure serve` starts end with it, even when it is killed and tells nobody.

Left alone, they would hold its port, and the next `tenure serve` could not start.
"""

import os
import signal
import threading
import time

STARTER = "TENURE_SERVED_BY"
SECONDS_BETWEEN_LOOKS = 0.25
SECONDS_TO_FINISH = 20


def note_starter() -> None:
    """Called by the process with which the others are to end."""
    os.environ[STARTER] = str(os.getpid())


def end_with_starter() -> None:
    """Called by those others. A process that nobody noted anything for goes on."""
    starter = int(os.environ.get(STARTER, os.getpid()))
    if starter != os.getpid():
        threading.Thread(target=_wait, args=(starter,), name="orphan watch", daemon=True).start()


def _wait(starter: int) -> None:
    while os.getppid() == starter:
        time.sleep(SECONDS_BETWEEN_LOOKS)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(SECONDS_TO_FINISH)
    os._exit(1)
