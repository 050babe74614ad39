"""An installation of its own for a benchmark: a fresh data folder that vanishes afterwards."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def fresh_house() -> Iterator[Path]:
    """An empty installation, up to date, in this process; answers its data folder."""
    with tempfile.TemporaryDirectory(prefix="tenure-bench-", ignore_cleanup_errors=True) as place:
        os.environ["TENURE_DATA"] = place
        from tenure.project.command_line.application import application

        with application():
            yield Path(place)
            from django.db import connection

            connection.close()
            connection.close_pool()
