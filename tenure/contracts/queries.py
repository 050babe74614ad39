"""Questions about contracts and invoices across customers."""

from datetime import date

from django.db import connection

from tenure.foundation.database.columns import Asked, Numbers, numbers

# The base of expansion is what ran a year ago, or on the 31st day of a younger customer.
CONTRACTS = """
select a.place, now.seats, now.annual_value, now.running, first.known, base.annual_value as base_value,
    invoices.due as invoices_due, invoices.on_time as invoices_on_time,
    invoices.long_overdue as invoices_long_overdue, a.day - invoices.newest as invoice_age_days
from asked a
cross join lateral (
    select min(starts_on) as started_on, count(*) as known from contracts_contract
    where customer_id = a.customer_id and starts_on <= a.day
) first
cross join lateral (
    select sum(seats) as seats, count(*) as running,
           coalesce(sum(annual_value) filter (where not is_trial), 0) as annual_value
    from contracts_contract
    where customer_id = a.customer_id and starts_on <= a.day and (ends_on is null or ends_on >= a.day)
) now
cross join lateral (
    select sum(annual_value) filter (where not is_trial) as annual_value
    from contracts_contract
    where customer_id = a.customer_id and first.started_on <= a.day - 90
      and starts_on <= greatest(a.day - 365, first.started_on + 30)
      and (ends_on is null or ends_on >= greatest(a.day - 365, first.started_on + 30))
) base
cross join lateral (
    select count(*) as due, max(due_on) as newest,
           count(*) filter (where paid_on <= due_on) as on_time,
           count(*) filter (where due_on < a.day - 30 and (paid_on is null or paid_on > a.day))
               as long_overdue
    from contracts_invoice
    where customer_id = a.customer_id and due_on > a.day - 365 and due_on <= a.day
) invoices
"""


def contract_facts(asked: Asked) -> dict[str, Numbers]:
    """Seats and value now, value a year ago, invoices of the last twelve months."""
    return numbers(CONTRACTS, asked)


def last_day_reported(day: date) -> date | None:
    """The newest day, up to `day`, on which a contract began or ended."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select greatest((select max(starts_on) from contracts_contract where starts_on <= %(day)s),"
            " (select max(ends_on) from contracts_contract where ends_on <= %(day)s))",
            {"day": day},
        )
        found: date | None = cursor.fetchone()[0]
        return found
