"""The speed of an import of daily usage, beside PostgreSQL's bare COPY of the same file.

    .venv/bin/python -m benchmarks.imports [--rows 1000000] [--rounds 3]

In turns: COPY into a table of the same columns without keys or checks; the import into an empty
house; the same import again, which changes nothing. Prints rows a second, the most memory that the
importing process held, and the ratio to COPY.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from statistics import median

CUSTOMERS = 2_000
FIRST_DAY = date(2025, 1, 1)
COLUMNS = "customer_external_id,day,feature,active_users,uses,seconds,errors"
PLAIN = """
create temp table plain (customer_external_id text, day date, feature text, active_users integer,
    uses integer, seconds integer, errors integer)
"""


def write_files(place: Path, rows: int) -> tuple[Path, Path]:
    customers, usage = place / "customers.csv", place / "usage.csv"
    with customers.open("w") as file:
        file.write("external_id,name,contract_starts_on\n")
        file.writelines(f"C-{n},Customer {n},2024-01-01\n" for n in range(CUSTOMERS))
    with usage.open("w") as file:
        file.write(COLUMNS + "\n")
        for n in range(rows):
            day = FIRST_DAY + timedelta(days=n // CUSTOMERS // 5)
            feature = f"feature-{n // CUSTOMERS % 5}"
            file.write(f"C-{n % CUSTOMERS},{day},{feature},{n % 40},{n % 900},{n % 7200},{n % 3}\n")
    return customers, usage


def bare_copy(usage: Path) -> None:
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(PLAIN)
        with usage.open("rb") as file, cursor.copy("copy plain from stdin csv header") as copy:
            while block := file.read(1 << 20):
                copy.write(block)
        cursor.execute("drop table plain")


def tenure_import(file: Path) -> int:
    """Import a file as a user would; answers the most memory the process held, in MiB."""
    watched = (
        "import resource, sys; from tenure.__main__ import main\n"
        "try: main()\n"
        "finally: print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    )
    command = [sys.executable, "-c", watched, "import", str(file), "--json"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return int(done.stdout.splitlines()[-1])


def forget_usage() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("truncate usage_dailyusage")


def timed[A](work: Callable[[Path], A], file: Path) -> tuple[float, A]:
    began = time.perf_counter()
    answer = work(file)
    return time.perf_counter() - began, answer


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--rows", type=int, default=1_000_000)
    reader.add_argument("--rounds", type=int, default=3)
    told = reader.parse_args()
    from benchmarks.house import fresh_house

    took: dict[str, list[float]] = {"COPY": [], "import": [], "import again": []}
    memory = []
    with tempfile.TemporaryDirectory() as place, fresh_house():
        customers, usage = write_files(Path(place), told.rows)
        tenure_import(customers)
        for _ in range(told.rounds):
            forget_usage()
            took["COPY"].append(timed(bare_copy, usage)[0])
            for name in ("import", "import again"):
                seconds, held = timed(tenure_import, usage)
                took[name].append(seconds)
                memory.append(held)
    print(f"{told.rows:,} rows, {told.rounds} rounds, the median of each")
    for name, all_of in took.items():
        seconds = median(all_of)
        ratio = seconds / median(took["COPY"])
        print(
            f"{name:14} {seconds:7.1f} s {told.rows / seconds:>10,.0f} rows/s {ratio:6.1f}x COPY's time"
        )
    print(f"memory of the importing process: at most {max(memory)} MiB")


if __name__ == "__main__":
    main()
