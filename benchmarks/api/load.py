"""Driving the load generator, wrk."""

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from benchmarks.api.routes import Route
from benchmarks.api.servers import Server

SCRIPT = Path(__file__).with_name("load.lua")
LONGEST_ANSWER_SECONDS = 30


def refuse_without_wrk() -> None:
    if not shutil.which("wrk"):
        sys.exit("NOTHING IS MEASURED: the load generator `wrk` is missing (Debian's package wrk).")


@dataclass(frozen=True)
class Done:
    """What one run of the load generator came to."""

    requests: int
    microseconds: int
    refused: int
    broken: int
    median_ms: float
    p99_ms: float

    @property
    def rate(self) -> float:
        return self.requests / self.microseconds * 1_000_000


class Load:
    def __init__(self, connections: int, place: Path) -> None:
        self.connections = connections
        self.addresses = place / "addresses"
        self.runs = count(1)

    def run(self, route: Route, server: Server, targets: list[str], seconds: int) -> Done:
        self.addresses.write_text("".join(target + "\n" for target in targets))
        command = [
            "wrk", "-t1", f"-c{self.connections}", f"-d{seconds}s", "-s", str(SCRIPT),
            "--timeout", f"{LONGEST_ANSWER_SECONDS}s",
            *(f"-H{name}: {value}" for name, value in server.headers.items()),
            server.url, "--", route.method, str(self.addresses), f"run{next(self.runs)}",
        ]  # fmt: skip
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        result = next(line for line in said.splitlines() if line.startswith("RESULT "))
        done = Done(**json.loads(result.removeprefix("RESULT ")))
        if done.refused or done.broken:
            print(f"!! {route.name}, {server.name}: {done.refused} of {done.requests} answers were"
                  f" refusals, {done.broken} broke off", flush=True)  # fmt: skip
        return done
