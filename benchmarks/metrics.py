"""The cost of the metrics: months filled for many customers, in a small house and a large.

    .venv/bin/python -m benchmarks.metrics [--customers 100000] [--months 24]

Each customer has three contracts, usage of the whole product and of two features once a week, a ticket
every hundred days, an answer to a survey every ninety, and a value that it got. Prints for each size what
filling takes, the first months beside the last, what each metric takes of it, and what is kept.
"""

import argparse
import re
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, date, datetime

from benchmarks.revenue import CONTRACTS

LAST = date(2026, 10, 31)
AT = datetime(2026, 11, 5, tzinfo=UTC)
PARTITIONS = "select make_usage_partitions(date '2024-09-01', date '2026-10-31')"
FEATURES = "insert into usage_feature (name, is_core) values ('', true), ('Reports', true), ('Routes', false)"
NUMBERED = "(select id, external_id, substr(external_id, 3)::int as n from customers_customer) c"
USAGE = f"""
insert into usage_dailyusage (customer_id, day, feature_id, active_users, logins, uses, seconds)
select c.id, day, f.id, case f.name when '' then 1 + (c.n + week) %% 40 end,
    case f.name when '' then 10 + (c.n + week) %% 90 end, (c.n * 3 + week + f.id) %% 70,
    case f.name when '' then 600 * (1 + (c.n + week) %% 90) end
from {NUMBERED}, usage_feature f, generate_series(0, 112) week,
    lateral (select date '2024-09-02' + 7 * week as day) d
where day <= date '2026-10-31'
"""
TICKETS = f"""
insert into support_ticket (id, external_id, customer_id, priority, opened_at, closed_at, first_response_minutes, satisfaction)
select new_id(), c.external_id || '-T' || k, c.id, (array['P1', 'P2', 'P3', 'P4'])[1 + (c.n + k) %% 4],
    at, at + (c.n + k) %% 90 * interval '1 hour', (c.n * k) %% 700, 1 + (c.n + k) %% 5
from {NUMBERED}, generate_series(0, 7) k,
    lateral (select timestamptz '2024-10-01' + (100 * k + c.n %% 60) * interval '1 day' as at) t
"""
ANSWERS = f"""
insert into surveys_surveyanswer (id, customer_id, kind, score, answered_at)
select new_id(), c.id, (array['NPS', 'CSAT', 'CES'])[1 + k %% 3],
    case k %% 3 when 0 then (c.n + k) %% 11 when 1 then 1 + (c.n + k) %% 5 else 1 + (c.n + k) %% 7 end,
    timestamptz '2024-10-15' + (90 * k + c.n %% 60) * interval '1 day'
from {NUMBERED}, generate_series(0, 7) k
"""
VALUES = f"""
insert into onboarding_valueentry (id, customer_id, what, amount, unit, achieved_on)
select new_id(), c.id, 'Hours saved', c.n %% 9000, 'USD', date '2024-10-01' + c.n %% 700 from {NUMBERED}
"""
FILLED = (
    "contracts_contract", "usage_dailyusage", "support_ticket", "surveys_surveyanswer",
    "onboarding_valueentry",
)  # fmt: skip


def child(customers: int, months: int) -> None:
    from benchmarks.house import fresh_house

    with fresh_house():
        _prepare(customers)
        from tenure.insights.filling import fill
        from tenure.insights.periods import periods
        from tenure.insights.words import PeriodType

        took: list[float] = []
        shares: dict[str, float] = defaultdict(float)
        for period in periods(PeriodType.MONTHLY, LAST, months):
            began = time.perf_counter()
            fill(period, AT, _counted(shares))
            took.append(time.perf_counter() - began)
        _tell(customers, took, shares)


def _prepare(customers: int) -> None:
    from django.db import connection

    from benchmarks.filling import CSMS, CUSTOMERS, PROFILES, fill

    fill(customers, 1, (CSMS, CUSTOMERS, PROFILES))
    with connection.cursor() as cursor:
        for table in FILLED:
            cursor.execute(f"alter table {table} disable trigger user")
        for step in (PARTITIONS, FEATURES, CONTRACTS, USAGE, TICKETS, ANSWERS, VALUES):
            cursor.execute(step, {"customers": customers})
        for table in FILLED:
            cursor.execute(f"alter table {table} enable trigger user")
        cursor.execute("vacuum analyze")


def _counted(shares: dict[str, float]) -> Callable[[str], None]:
    """Adds up by metric what passed since the one before."""
    last = time.perf_counter()

    def progress(code: str) -> None:
        nonlocal last
        now = time.perf_counter()
        shares[code] += now - last
        last = now

    return progress


def _tell(customers: int, took: list[float], shares: dict[str, float]) -> None:
    from django.db import connection

    whole = sum(took)
    print(f"{customers:>9,} customers, {len(took)} months: {whole:.1f} s, "
          f"{1e6 * whole / len(took) / customers:.0f} µs a customer and month; the first three months "
          f"{sum(took[:3]):.1f} s, the last three {sum(took[-3:]):.1f} s")  # fmt: skip
    dear = sorted(shares.items(), key=lambda one: -one[1])
    print("          " + ", ".join(f"{code} {100 * s / whole:.0f} %" for code, s in dear[:8])
          + f", writing {100 * (whole - sum(shares.values())) / whole:.0f} %")  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(
            "select count(*), pg_total_relation_size('insights_periodmetrics') from insights_periodmetrics"
        )
        rows, size = cursor.fetchone()
    print(f"          {rows:,} rows kept in {size / 2**20:,.0f} MiB")


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--customers", type=int, default=100_000)
    reader.add_argument("--months", type=int, default=24)
    reader.add_argument("--house", type=int, help=argparse.SUPPRESS)
    asked = reader.parse_args()
    if asked.house:
        child(asked.house, asked.months)
        return
    each = []
    for customers in (asked.customers // 10, asked.customers):
        told = ["--house", str(customers), "--months", str(asked.months)]
        command = [sys.executable, "-m", "benchmarks.metrics", *told]
        said = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
        print(said, end="", flush=True)
        each.append(float(re.findall(r"([\d.]+) µs", said)[0]))
    print(
        f"a customer of the large house takes {each[1] / each[0]:.2f}x the time of one of the small"
    )


if __name__ == "__main__":
    main()
