"""The three servers: started each on a free port, ended with the block."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psutil

EXPRESS = Path(__file__).parents[1] / "peers" / "express"
EMAIL = "benchmark@bench.example"
SECONDS_OF_PATIENCE = 300
HOURLY = 1_000_000_000
PG_NAMES = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD",
            "dbname": "PGDATABASE"}  # fmt: skip


@dataclass(frozen=True)
class Server:
    name: str
    url: str
    process: "subprocess.Popen[bytes]"
    headers: dict[str, str] = field(default_factory=dict)


def tenure(place: Path) -> contextlib.AbstractContextManager[Server]:
    command = [sys.executable, "-m", "tenure"]
    run(*command, "user", "create", EMAIL, "--role", "administrator")
    said = run(*command, "token", "create", EMAIL, "--hourly", str(HOURLY))
    headers = {"Authorization": f"Bearer {said.split()[-1]}"}
    port = free_port()
    serve = [*command, "serve", "--workers", "2", "--without-jobs", "--port", str(port)]
    return served("tenure", serve, port, place, {}, headers)


def peer(place: Path, database: dict[str, str]) -> contextlib.AbstractContextManager[Server]:
    """Express and Prisma, installed at the first time."""
    if not shutil.which("node"):
        sys.exit("NOTHING IS MEASURED: the peer needs Node 20 or newer.")
    if not (EXPRESS / "node_modules" / ".prisma").exists():
        print("Installing the peer …", flush=True)
        run("npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", cwd=EXPRESS)
        # Naming any program keeps the generator from downloading an engine that it does not need.
        run("npx", "prisma", "generate", cwd=EXPRESS, PRISMA_SCHEMA_ENGINE_BINARY=sys.executable)
    port = free_port()
    environ = reached(database) | {"PORT": str(port), "NODE_ENV": "production"}
    command = ["node", str(EXPRESS / "src" / "cluster.js")]
    return served("express", command, port, place, environ)


def limit(place: Path, database: dict[str, str]) -> contextlib.AbstractContextManager[Server]:
    port = free_port()
    command = [sys.executable, "-m", "benchmarks.peers.limit", "--port", str(port)]
    return served("limit", command, port, place, reached(database))


def reached(database: dict[str, str]) -> dict[str, str]:
    """A database's whereabouts as libpq and node-postgres read them from the environment."""
    return {PG_NAMES[name]: value for name, value in database.items()}


@contextlib.contextmanager
def served(
    name: str, command: list[str], port: int, place: Path, environ: dict[str, str],
    headers: dict[str, str] | None = None,
) -> Iterator[Server]:  # fmt: skip
    words = place / f"{name}.log"
    with words.open("wb") as log:
        process = subprocess.Popen(
            command, env=os.environ | environ, stdin=subprocess.DEVNULL, stdout=log, stderr=log
        )
    try:
        until_answering(process, port, words)
        yield Server(name, f"http://127.0.0.1:{port}", process, headers or {})
    finally:
        end(process)


def until_answering(process: "subprocess.Popen[bytes]", port: int, words: Path) -> None:
    patience = time.monotonic() + SECONDS_OF_PATIENCE
    while time.monotonic() < patience and process.poll() is None:
        with socket.socket() as line:
            if line.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    sys.exit(f"{process.args!r} does not answer:\n{words.read_text()}")


def end(process: "subprocess.Popen[bytes]") -> None:
    """Ask it to end; what is left of it after a while is killed."""
    family = psutil.Process(process.pid).children(recursive=True) if process.poll() is None else []
    process.terminate()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(timeout=20)
    _, left = psutil.wait_procs(family, timeout=5)
    for child in left:
        with contextlib.suppress(psutil.NoSuchProcess):
            child.kill()
    process.kill()
    process.wait()


def run(*command: str, cwd: Path | None = None, **environ: str) -> str:
    done = subprocess.run(
        command, cwd=cwd, env=os.environ | environ, capture_output=True, text=True
    )
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def free_port() -> int:
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        port: int = line.getsockname()[1]
        return port
