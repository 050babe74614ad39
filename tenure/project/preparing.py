"""Getting ready to serve, in a process of its own: what migrating, cutting and compressing take of
memory and open of connections, the web processes that are forked later shall not carry."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tenure.project.command_line.application import refusing


@contextmanager
def prepared_meanwhile() -> Iterator[None]:
    """Bring tables and static files up to date while the block runs, and wait for it at its end."""
    process = subprocess.Popen([sys.executable, "-m", "tenure.project.preparing"])
    yield
    if process.wait():
        sys.exit(process.returncode)  # it said why


@refusing
def prepare() -> None:
    import django

    django.setup()
    from tenure.project.migrating import bring_up_to_date
    from tenure.project.static import collect

    bring_up_to_date()
    collect()


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tenure.project.settings")
    prepare()
