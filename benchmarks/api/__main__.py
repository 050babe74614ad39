"""The API's speed beside a plain Express + Prisma + Zod and beside the bare limit.

    .venv/bin/python -m benchmarks.api [--customers 100000] [--seconds 8] [--rounds 3]

All three on one PostgreSQL, two processes each, the same customers; Tenure with a token, the others
without. Route by route, in turns. Prints requests a second, processor time a request, memory.
"""

import argparse
import os
import signal
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from benchmarks.api.load import Load, refuse_without_wrk
from benchmarks.api.meter import Meter, memory_of
from benchmarks.api.report import Results, say_what_machine
from benchmarks.api.routes import ROUTES, Route, probed
from benchmarks.api.servers import Server, limit, peer, tenure

SCORES_EACH = 20
PEER_DATABASE = "peer"
WARM_UP_SECONDS = 3


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--customers", type=int, default=100_000)
    reader.add_argument("--seconds", type=int, default=8)
    reader.add_argument("--rounds", type=int, default=3)
    reader.add_argument("--connections", type=int, default=16)
    told = reader.parse_args()
    refuse_without_wrk()
    os.environ.pop("DATABASE_URL", None)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # which ends what was started
    from benchmarks.house import fresh_house

    with ExitStack() as ends:
        place = Path(ends.enter_context(tempfile.TemporaryDirectory()))
        house = ends.enter_context(fresh_house())
        say_what_machine()
        at_peer = fill_both(told.customers)
        servers = [
            ends.enter_context(server)
            for server in (tenure(place), peer(place, at_peer), limit(place, at_peer))
        ]
        load = Load(told.connections, place)
        results = Results(servers)
        for route in ROUTES:
            measure(route, servers, load, Meter(house), results, told.seconds, told.rounds)
        results.tell_memory()


def fill_both(customers: int) -> dict[str, str]:
    """Fill Tenure's database and the peer's; answers how the latter is reached."""
    from django.db import connection

    from benchmarks.filling import fill
    from benchmarks.peers.filling import make_database
    from benchmarks.peers.limit.statements import TALLY
    from tenure.foundation.database.access import connection_parameters
    from tenure.foundation.database.folder import data_folder

    print(f"Filling two databases with {customers:,} customers …", flush=True)
    fill(customers, SCORES_EACH)
    connection.close()
    server = connection_parameters(data_folder())
    make_database(server, PEER_DATABASE, customers, SCORES_EACH, TALLY)
    return server | {"dbname": PEER_DATABASE}


def measure(
    route: Route, servers: list[Server], load: Load, meter: Meter, results: Results,
    seconds: int, rounds: int,
) -> None:  # fmt: skip
    """One route on all servers that have it: a warm-up, then rounds in turns."""
    here = probed(route, servers)
    targets = {server.name: route.targets(server) for server in here}
    for server in here:
        load.run(route, server, targets[server.name], WARM_UP_SECONDS)
    for _ in range(rounds):
        for server in here:
            with meter.watching(server.process.pid) as used:
                done = load.run(route, server, targets[server.name], seconds)
            results.note(route.name, server.name, done, used, memory_of(server.process.pid))
    results.tell(route.name)


if __name__ == "__main__":
    main()
