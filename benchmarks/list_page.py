"""The cost of the customer list in a small house and in a large one, request by request in turns.

    .venv/bin/python -m benchmarks.list_page [--customers 100000]

Prints for each way to look at the list the number of queries, the median time in both houses, and
the ratio of the two: what the size of the table costs.
"""

import argparse
import json
import subprocess
import sys
import time
from statistics import median
from typing import Any

WAYS = {
    "worst health first": "?csm=all",
    "one tier, at risk": "?csm=all&tier=ENTERPRISE&status=AT_RISK",
    "one CSM's book": "?csm={csm}",
    "search by words": "?csm=all&q=c777",
    "largest first, page 20": "?csm=all&sort=value&page=20",
    "renews within 90 days": "?csm=all&renewing=90&sort=renewal",
}
ROUNDS = 15


def child(customers: int) -> None:
    """One house: fill it, then answer each line `way` with the queries and milliseconds it took."""
    from benchmarks.house import fresh_house

    with fresh_house():
        from django.test import Client

        from benchmarks.filling import fill
        from tenure.people.models import Person
        from tenure.project.static import collect

        collect()
        fill(customers, 27)
        client = Client(HTTP_HOST="localhost")
        csm = Person.objects.csms()[0]
        client.force_login(
            Person.objects.create(email="e@bench.example", name="Erin", role="executive")
        )
        print("ready", flush=True)
        for line in sys.stdin:
            address = "/customers/" + WAYS[line.strip()].format(csm=csm.id)
            print(json.dumps(look(client, address)), flush=True)


def look(client: Any, address: str) -> tuple[int, float]:
    """How many queries a look at the list makes, and how many milliseconds it takes."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        client.get(address)
        queries = len(asked)
    began = time.perf_counter()
    answer = client.get(address)
    took = (time.perf_counter() - began) * 1000
    assert answer.status_code == 200, address
    return queries, took


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--customers", type=int, default=100_000)
    sizes = (1_000, reader.parse_args().customers)
    houses = [start(size) for size in sizes]
    for house in houses:
        assert house.stdout.readline() == "ready\n"
    print(f"{'':24} queries {sizes[0]:>9,} {sizes[1]:>9,}   ratio")
    for way in WAYS:
        rounds = [[asked(house, way) for house in houses] for _ in range(ROUNDS)]
        queries = "-".join(str(n) for n in sorted({n for pair in rounds for n, _ in pair}))
        small, big = (median(pair[place][1] for pair in rounds) for place in (0, 1))
        print(f"{way:24} {queries:>7} {small:>6.1f} ms {big:>6.1f} ms {big / small:>6.1f}x")
    for house in houses:
        house.stdin.close()
        house.wait()


def start(customers: int) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "benchmarks.list_page", "child", str(customers)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


def asked(house: "subprocess.Popen[str]", way: str) -> tuple[int, float]:
    house.stdin.write(way + "\n")
    house.stdin.flush()
    return tuple(json.loads(house.stdout.readline()))


if __name__ == "__main__":
    if sys.argv[1:2] == ["child"]:
        child(int(sys.argv[2]))
    else:
        main()
