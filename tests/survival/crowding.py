"""Run on an installation: many customers of whom something is known, the same in every installation."""

import sys

from tenure.project.command_line.application import application

CUSTOMERS = """
insert into customers_customer (id, external_id, name, tier, status, annual_contract_value,
    contract_starts_on,
    next_renewal_on, customer_since)
select new_id(), 'C-' || n, 'Customer ' || n, (array['SMALL_BUSINESS', 'ENTERPRISE'])[1 + n %% 2],
    'ACTIVE', 1000, date '2025-01-01', date '2026-06-01' + n %% 300, timestamptz '2025-01-01' + n * interval '1 second'
from generate_series(1, %s) n
"""
PROFILES = """
insert into customers_successprofile (id, customer_id, primary_objective, onboarding_status,
    total_users)
select new_id(), id, '', 'COMPLETED', 40 from customers_customer
"""
ANSWERS = """
insert into surveys_surveyanswer (id, customer_id, kind, score, answered_at)
select new_id(), c.id, 'NPS', (hashtext(c.external_id) %% 11 + 11) %% 11,
    timestamptz '2026-01-10' + k * interval '7 days'
from customers_customer c, generate_series(0, 1) k
"""


def fill(customers: int) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(CUSTOMERS, [customers])
        cursor.execute(PROFILES, [])
        cursor.execute(ANSWERS, [])


if __name__ == "__main__":
    with application():
        fill(int(sys.argv[1]))
        print("filled", flush=True)
        sys.stdin.read()  # the database stays for as long as somebody uses it
