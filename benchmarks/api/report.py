"""Telling what came out."""

import os
import platform
from collections import defaultdict
from dataclasses import dataclass
from statistics import median

from benchmarks.api.load import Done
from benchmarks.api.meter import Memory, Used
from benchmarks.api.servers import Server

PEER = "express"
BUSY = 0.3
HEAD = (
    f"{'route':11}{'server':9}{'req/s':>8}{'ratio':>8}{'rounds':>14}"
    f"{'p50 ms':>8}{'p99 ms':>8}{'server CPU':>12}{'ratio':>7}{'database CPU':>14}{'ratio':>7}"
)


@dataclass(frozen=True)
class Round:
    """One run of one server on one route. Processor time in ms a request."""

    done: Done
    server_ms: float
    database_ms: float
    memory: Memory


def say_what_machine() -> None:
    load, cores = os.getloadavg()[0], os.cpu_count() or 1
    print(f"{cores} cores, Python {platform.python_version()}, load {load:.1f} before it starts")
    if load > BUSY * cores:
        print("!! OTHERS USE THIS MACHINE: even the ratios are rough")
    print(
        "Only ratios (to Express + Prisma, of the same run) are to be trusted; CPU is ms a request."
    )


class Results:
    def __init__(self, servers: list[Server]) -> None:
        self.servers = servers
        self.rounds: defaultdict[tuple[str, str], list[Round]] = defaultdict(list)

    def note(self, route: str, server: str, done: Done, used: Used, memory: Memory) -> None:
        each = 1000 / max(done.requests, 1)
        one = Round(done, used.server * each, used.database * each, memory)
        self.rounds[route, server].append(one)

    def tell(self, route: str) -> None:
        print(f"\n{HEAD}")
        peers = self.rounds.get((route, PEER))
        for server in self.servers:
            if rounds := self.rounds.get((route, server.name)):
                print(line(route, server.name, rounds, peers or rounds), flush=True)
            else:
                print(f"{route:11}{server.name:9} NOT MEASURED", flush=True)

    def tell_memory(self) -> None:
        """The most that was held after any run."""
        held = {
            server.name: max(seen, key=lambda memory: memory.shared_out)
            for server in self.servers
            if (seen := [r.memory for (_, n), rs in self.rounds.items() for r in rs if n == server.name])
        }  # fmt: skip
        print(
            f"\n{'memory':11}{'':9}{'PSS MiB':>8}{'ratio':>8}{'RSS MiB':>14}{'ratio':>8}  processes"
        )
        for name, memory in held.items():
            beside = held.get(PEER, memory)
            shared_out, resident = (
                memory.shared_out / beside.shared_out, memory.resident / beside.resident
            )  # fmt: skip
            print(f"{'':11}{name:9}{memory.shared_out:>8.0f}{shared_out:>7.2f}x{memory.resident:>14.0f}"
                  f"{resident:>7.2f}x  {' + '.join(map(str, memory.parts))}")  # fmt: skip


def line(route: str, name: str, rounds: list[Round], peers: list[Round]) -> str:
    """The median of the rounds; each round's rate is compared with the peer's in the same round."""
    ratios = [mine.done.rate / its.done.rate for mine, its in zip(rounds, peers, strict=True)]
    server, its_server = (median(r.server_ms for r in some) for some in (rounds, peers))
    database, its_database = (median(r.database_ms for r in some) for some in (rounds, peers))
    return (
        f"{route:11}{name:9}{median(r.done.rate for r in rounds):>8,.0f}{median(ratios):>7.2f}x"
        f"{f'{min(ratios):.2f}-{max(ratios):.2f}':>14}"
        f"{median(r.done.median_ms for r in rounds):>8.1f}{median(r.done.p99_ms for r in rounds):>8.1f}"
        f"{server:>12.3f}{share(server, its_server):>7}{database:>14.3f}{share(database, its_database):>7}"
    )


def share(mine: float, its: float) -> str:
    return f"{mine / its:.2f}" if its else "-"
