import contextlib
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator

import click

from tenure.project.command_line.application import application, refusing

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
    with application():
        from granian import Granian
        from granian.constants import Interfaces
        from granian.log import LogLevels

        from tenure.foundation.database.folder import data_folder
        from tenure.foundation.database.watch import watched
        from tenure.project.static import collect

        collect()
        server = Granian(
            "tenure.project.wsgi:application",
            address=host,
            port=chosen,
            interface=Interfaces.WSGI,
            workers=workers,
            blocking_threads=4,
            respawn_failed_workers=True,
            respawn_interval=0.5,
            workers_kill_timeout=10,
            log_level=LogLevels.warning,
            websockets=False,
        )
        from django.conf import settings

        click.echo(f"Tenure is at {settings.SITE_URL}", err=True)
        with watched(data_folder()), nullable(without_jobs, working()):
            server.serve()


def wanted_port() -> int:
    from tenure.foundation.refusals import Unavailable

    told = os.environ.get("TENURE_PORT", "8000")
    if not told.isdecimal() or not 0 < int(told) < 65536:
        raise Unavailable(f"TENURE_PORT is “{told}”: a port is a number from 1 to 65535.")
    return int(told)


def refuse_taken_port(host: str, port: int) -> None:
    from tenure.foundation.refusals import Unavailable

    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Unavailable(
                f"Port {port} is taken ({error.strerror}). Choose another: TENURE_PORT={port + 1}"
            ) from None


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
