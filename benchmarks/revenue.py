"""The cost of the ledger of revenue: months of movements over many customers, in a small house and a large.

    .venv/bin/python -m benchmarks.revenue [--customers 100000] [--months 24]

Each customer has three contracts that follow on each other. Prints for each size what reading the contracts
takes and what the arithmetic of all months takes, beside a loop in Python over 1,000 of the customers.
"""

import argparse
import subprocess
import sys
import time
from datetime import date
from itertools import pairwise
from typing import Any

CONTRACTS = """
insert into contracts_contract (id, external_id, customer_id, starts_on, ends_on, annual_value, billing_period)
select new_id(), c.external_id || '-' || k, c.id, date '2023-06-01' + n %% 300 + 400 * k,
    case when k = 2 then null else date '2023-06-01' + n %% 300 + 400 * (k + 1) - (n %% 60) end,
    1000 + (n * (k + 7)) %% 90000, 'ANNUAL'
from (select id, external_id, substr(external_id, 3)::int as n from customers_customer) c,
    generate_series(0, 2) k
"""
LAST = date(2026, 11, 30)


def measured(customers: int, months: int) -> tuple[float, float, float]:
    """Seconds of reading, of arithmetic, and of a loop over the first thousand, scaled to all."""
    from benchmarks.house import fresh_house

    with fresh_house():
        from django.db import connection

        from benchmarks.filling import CUSTOMERS, fill
        from tenure.revenue.ledger import books, month_ends

        fill(customers, 1, (CUSTOMERS,))
        with connection.cursor() as cursor:
            cursor.execute("alter table contracts_contract disable trigger user")
            cursor.execute(CONTRACTS, {"customers": customers})
            cursor.execute("analyze contracts_contract")
        days = month_ends(LAST, months)
        began = time.perf_counter()
        read = books(LAST)
        took = time.perf_counter() - began
        began = time.perf_counter()
        ledgers = read.through(days)
        reckoned = time.perf_counter() - began
        assert all(a.end == b.start for a, b in pairwise(ledgers))
        return took, reckoned, loop(days, customers)


def loop(days: list[date], customers: int) -> float:
    from tenure.contracts.models import Contract
    from tenure.customers.models import Customer

    some = list(Customer.objects.order_by("id")[:1000])
    began = time.perf_counter()
    for customer in some:
        contracts: list[Any] = list(Contract.objects.filter(customer=customer, is_trial=False))
        for day in days:
            sum(one.annual_value for one in contracts if one.runs_on(day))
    return (time.perf_counter() - began) * customers / len(some)


def child(customers: int, months: int) -> None:
    read, reckoned, one_by_one = measured(customers, months)
    whole = read + reckoned
    print(
        f"{customers:>9,} customers, {months} months: read {read:.2f} s, reckoned {reckoned:.2f} s;"
        f" one by one {one_by_one:.1f} s: {one_by_one / whole:.0f}x"
    )


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--customers", type=int, default=100_000)
    reader.add_argument("--months", type=int, default=24)
    reader.add_argument("--house", type=int, help=argparse.SUPPRESS)
    asked = reader.parse_args()
    if asked.house:
        child(asked.house, asked.months)
        return
    for customers in (asked.customers // 10, asked.customers):
        told = ["--house", str(customers), "--months", str(asked.months)]
        subprocess.run([sys.executable, "-m", "benchmarks.revenue", *told], check=True)


if __name__ == "__main__":
    main()
