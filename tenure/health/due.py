"""Noting whose inputs changed, whoever changed them, and scoring those soon after.

Triggers note one row a customer and statement, so a bulk import costs one grouping and not a call a
row. A new customer is not noted by its empty profile.
"""

from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from tenure.customers.models import Customer
from tenure.foundation.audit.trail import Machine
from tenure.health import actions, facts

CHANGES_AT_ONCE = 50_000
OF_CUSTOMERS = (
    "contracts_contract", "contracts_invoice", "support_ticket", "surveys_surveyanswer",
    "plans_successplan", "usage_dailyusage",
)  # fmt: skip
NOTE = """
create function health_note_due() returns trigger language plpgsql as $$
begin
    insert into health_due (customer_id) select distinct customer_id from new_rows;
    return null;
end $$;
create function health_note_due_of_plan() returns trigger language plpgsql as $$
begin
    insert into health_due (customer_id)
    select distinct p.customer_id from new_rows n join plans_successplan p on p.id = n.plan_id;
    return null;
end $$;
"""
WHEN = """
create trigger health_is_due_{event} after {event} on {table} referencing new table as new_rows
    for each statement execute function {function}();
"""
TRIGGERS = (
    NOTE
    + "".join(
        WHEN.format(event=event, table=table, function="health_note_due")
        for table in OF_CUSTOMERS
        for event in ("insert", "update")
    )
    + WHEN.format(event="update", table="customers_successprofile", function="health_note_due")
    + "".join(
        WHEN.format(event=event, table="plans_milestone", function="health_note_due_of_plan")
        for event in ("insert", "update")
    )
)
OF_PEOPLE = "".join(
    WHEN.format(event=event, table=table, function="health_note_due")
    for table in ("health_pulse", "health_reportedreading")
    for event in ("insert", "update")
)
TAKE = """
delete from health_due where id in (select id from health_due order by id limit %s for update skip locked)
returning customer_id
"""


def score_due(at: datetime) -> int:
    """Score everybody whose inputs changed since the last time; answers how many customers."""
    scored, changes = 0, 1
    while changes:
        with transaction.atomic():
            changes, ids = _taken()
            if ids:
                last_known, by = facts.known_until(at.date()), Machine("After a change")
                actions.score_customers(ids=ids, last_known=last_known, by=by, at=at)
        scored += len(ids)
    return scored


def _taken() -> tuple[int, list[UUID]]:
    """How many changes were taken away, and whom they are about; who left keeps the score of its
    last day."""
    with connection.cursor() as cursor:
        cursor.execute(TAKE, [CHANGES_AT_ONCE])
        found = [row[0] for row in cursor.fetchall()]
    current = Customer.objects.current().filter(id__in=set(found)).order_by("id")
    return len(found), list(current.values_list("id", flat=True))
