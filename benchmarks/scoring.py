"""Scoring everybody, beside a loop that scores one by one and beside bare writing.

    .venv/bin/python -m benchmarks.scoring [--customers 1000000] [--one-by-one 2000]

Every customer has its 16 measures (some are unknown to some) and a score of the day before. Measured
from end to end, in one process beside PostgreSQL: reading what was measured, scoring, adding a row of
history with its readings, storing the current health, opening alerts. Beside it, in the same run:

- one by one: the same for some customers through Django's objects, one at a time, extrapolated;
- bare: COPY of the very same history rows into the very same table, and one UPDATE of the current
  health from them. Nobody can be faster than this without writing less.

What gathering the measures from raw feeds (usage, tickets, surveys, contracts) costs stands apart,
because it depends on how long their rows go back.
"""

import argparse
import os
import resource
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from benchmarks.api.meter import Meter
from benchmarks.house import fresh_house
from benchmarks.rounds import AT, CUSTOMERS_AT_ONCE, round_of, rows, time_one

MEASURED = """
create unlogged table bench_measured as
select id as customer_id, tier, next_renewal_on - date '2026-11-21' as days, (
    select array_agg(case when hashint4(n * 16 + m) % 6 = 0 then null
        else (abs(hashint4(n * 31 + m)) % 1000)::float / 10 end order by m)
    from generate_series(1, 16) m) as measured
from (select id, tier, next_renewal_on, substr(external_id, 3)::int as n from customers_customer) c
"""
BARE = """
update customers_currenthealth h set score = s.score, previous_score = h.score, level = s.level,
    trend = s.trend, churn_risk = 'LOW', recorded_at = s.recorded_at, known_until = s.known_until,
    month_delta = 0, confidence = s.confidence, headline = 'Logins 5.1 → 2.4 a week'
from health_healthscore s where s.customer_id = h.customer_id and s.recorded_at = %s
"""


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--customers", type=int, default=1_000_000)
    reader.add_argument("--one-by-one", type=int, default=2_000)
    told = reader.parse_args()
    with fresh_house():
        print(f"Filling {told.customers:,} customers …", flush=True)
        fill(told.customers)
        one = timed("one by one", told.one_by_one, lambda: one_by_one(told.one_by_one))
        before = memory()
        all_ = timed("Tenure", told.customers, score_everybody)
        most = memory()
        vacuum()
        bare = timed("bare writing", told.customers, write_bare, keep_lines())
        print(f"\nTenure is {one / all_:.0f}x as fast as one by one, and takes {all_ / bare:.2f}x the time "
              "of bare writing")  # fmt: skip
        print(f"memory {most} MiB at most, {before} MiB before scoring, "
              f"{CUSTOMERS_AT_ONCE:,} customers a transaction")  # fmt: skip
        time_one()


def fill(customers: int) -> None:
    from django.db import connection

    from benchmarks import filling

    filling.fill(customers, 1, (filling.CSMS, filling.CUSTOMERS, filling.PROFILES,
                                filling.SCORES, filling.CURRENT))  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(MEASURED)
        cursor.execute("create index on bench_measured (customer_id)")
    vacuum()


def vacuum() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("vacuum analyze health_healthscore, customers_currenthealth")


def timed(name: str, customers: int, work: Callable[..., None], *told: Any) -> float:
    """Microseconds a customer, by the clock; the processors' are printed beside them."""
    meter, each = Meter(Path(os.environ["TENURE_DATA"])), 1e6 / customers
    began = time.perf_counter()
    with meter.watching(os.getpid()) as used:
        work(*told)
    took = time.perf_counter() - began
    print(f"{name:14}{customers:>11,} customers {took:>8.1f} s {each * took:>10.1f} µs each; processors: "
          f"Python {each * used.server:.1f}, PostgreSQL {each * used.database:.1f} µs", flush=True)  # fmt: skip
    return each * took


def memory() -> int:
    """MiB of this process at most, up to now."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def score_everybody() -> None:
    from tenure.health.in_step import in_step
    from tenure.health.writing import write_scores

    in_step(rows(), lambda found: write_scores(round_of(found)), lambda found, written: None)


def one_by_one(customers: int) -> None:
    from benchmarks.peers.one_by_one import score_some

    score_some(customers)


def keep_lines() -> list[tuple[datetime, str]]:
    """The history that was written, as text, for a day later."""
    from django.db import connection

    columns = "customer_id, score, level, trend, engagement_score, success_score, " \
        "satisfaction_score, financial_score, scorecard_id, tier, measured, measure_scores, " \
        "known_until, confidence, recorded_by"  # fmt: skip
    with connection.cursor() as cursor:
        parts = []
        told = f"copy (select new_id(), recorded_at + interval '1 day', {columns}" \
            " from health_healthscore where recorded_at = %s order by customer_id) to stdout"  # fmt: skip
        with cursor.copy(told, [AT]) as copy:
            parts = [bytes(part) for part in copy]
    return [(columns, b"".join(parts))]


def write_bare(lines: list[tuple[str, bytes]]) -> None:
    from datetime import timedelta

    from django.db import connection, transaction

    ((columns, text),) = lines
    with transaction.atomic(), connection.cursor() as cursor:
        with cursor.copy(
            f"copy health_healthscore (id, recorded_at, {columns}) from stdin"
        ) as copy:
            for first in range(0, len(text), 1 << 20):
                copy.write(text[first : first + (1 << 20)])
        cursor.execute(BARE, [AT + timedelta(days=1)])


if __name__ == "__main__":
    main()
