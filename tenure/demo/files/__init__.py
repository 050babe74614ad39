"""What the demo's other systems would export: contracts, invoices, usage, tickets, survey answers,
use by the month.

They are written as files and brought in by the import that everybody uses.
"""

import csv
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from tenure.demo.customer import DemoCustomer
from tenure.demo.files import answers, contracts, months, tickets, usage
from tenure.demo.files.rows import Rows

# Each file's name, its columns, and what writes a customer's rows.
FILES: tuple[tuple[str, str, Callable[[DemoCustomer, date], Rows]], ...] = (
    ("contracts", contracts.CONTRACT_COLUMNS, contracts.contracts),
    ("invoices", contracts.INVOICE_COLUMNS, contracts.invoices),
    ("usage", usage.COLUMNS, usage.usage),
    ("tickets", tickets.COLUMNS, tickets.tickets),
    ("survey_answers", answers.COLUMNS, answers.answers),
    ("monthly_use", months.COLUMNS, months.months),
)


def write_files(customers: Sequence[DemoCustomer], today: date, folder: Path) -> list[Path]:
    """Write all files; answers their paths in the order in which they are to be imported."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, columns, rows_of in FILES:
        path = folder / f"{name}.csv"
        with path.open("w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(columns.split(","))
            for customer in customers:
                writer.writerows(rows_of(customer, today))
        paths.append(path)
    return paths
