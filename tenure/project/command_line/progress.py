"""Progress of long work, on the terminal's error stream; silent where nobody watches."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

SECONDS_BEFORE_SHOWING = 1.0


@contextmanager
def progress_bar(what: str, total: int | None) -> Iterator[Callable[[int], None]]:
    """A bar that shows itself after a second. The block gets a function to say how far it is."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    bar = Progress(*columns, TimeElapsedColumn(), console=console, disable=not console.is_terminal)
    task = bar.add_task(what, total=total)
    began, is_shown = time.monotonic(), False

    def tell(done: int) -> None:
        nonlocal is_shown
        if not is_shown and time.monotonic() - began > SECONDS_BEFORE_SHOWING:
            bar.start()
            is_shown = True
        bar.update(task, completed=done)

    try:
        yield tell
    finally:
        if is_shown:
            bar.stop()
