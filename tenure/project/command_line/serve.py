import contextlib
import gc
import multiprocessing
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from tenure.project.command_line.application import database, refusing
from tenure.project.command_line.port import refuse_taken_port, wanted_port
from tenure.project.orphans import end_with_starter, note_starter
from tenure.project.preparing import prepared_meanwhile

if TYPE_CHECKING:
    from granian.server.common import AbstractServer

SECONDS_BETWEEN_WORKERS = 2


@click.command("serve")
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="The address to listen on; 0.0.0.0 for all.",
)
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=None,
    help="The port (default: TENURE_PORT, else 8000).",
)
@click.option("--workers", default=2, show_default=True, help="Web processes.")
@click.option("--without-jobs", is_flag=True, help="Leave background jobs to `tenure worker`.")
@refusing
def command(host: str, port: int | None, workers: int, without_jobs: bool) -> None:
    """Serve the portal, and work on background jobs.

    Runs until it is stopped (Ctrl-C). Whatever dies on the way, a web process, the worker or the
    database, is started again.
    """  # fmt: skip
    serve(host, port, workers, without_jobs)


def serve(host: str, port: int | None, workers: int, without_jobs: bool) -> None:
    chosen = port or wanted_port()
    os.environ["TENURE_PORT"] = str(chosen)
    refuse_taken_port(host, chosen)
    note_starter()
    with database():
        from tenure.foundation.database.folder import data_folder
        from tenure.foundation.database.watch import watched

        web = loaded()
        server = web_server(host, chosen, workers)
        with watched(data_folder()), nullable(without_jobs, working()):
            server.serve(target_loader=lambda _: begin(web))


def loaded() -> Any:
    """The application with all its pages, read once: the web processes are forked from this one
    and share what it holds. Nothing here may open a connection to the database."""
    with prepared_meanwhile():
        import django

        django.setup(set_prefix=False)
        from django.conf import settings
        from django.urls import get_resolver

        assert get_resolver().url_patterns
    from tenure.project.wsgi import application

    click.echo(f"Tenure is at {settings.SITE_URL}", err=True)
    gc.collect()
    gc.freeze()  # else each process would copy what it only looks through for garbage
    return application


def begin(web: Any) -> Any:
    """The first thing that a web process does."""
    end_with_starter()
    return web


def web_server(host: str, port: int, workers: int) -> "AbstractServer[Any]":
    multiprocessing.set_start_method("fork", force=True)
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    return Granian(
        "tenure.project.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=4,
        respawn_failed_workers=True,
        respawn_interval=0.5,
        workers_kill_timeout=10,
        log_level=LogLevels.warning,
        websockets=False,
    )


@contextlib.contextmanager
def working() -> Iterator[None]:
    """A worker process beside the web server, started again whenever it ends."""
    done = threading.Event()
    processes: list[subprocess.Popen[bytes]] = []

    def keep() -> None:
        while not done.is_set():
            process = subprocess.Popen([sys.executable, "-m", "tenure", "worker"])
            processes.append(process)
            process.wait()
            done.wait(SECONDS_BETWEEN_WORKERS)

    keeper = threading.Thread(target=keep, name="worker keeper", daemon=True)
    keeper.start()
    try:
        yield
    finally:
        done.set()
        for process in processes[-1:]:
            process.terminate()
        keeper.join(timeout=30)


def nullable(
    is_left_out: bool, block: contextlib.AbstractContextManager[None]
) -> contextlib.AbstractContextManager[None]:
    return contextlib.nullcontext() if is_left_out else block
