"""Files of churn events: what they hold, and how they are saved."""

from datetime import datetime

from django.db.backends.utils import CursorWrapper

from tenure.customers.importing import KNOWN_CUSTOMER
from tenure.customers.words import ChurnReason
from tenure.foundation.tabular import formats as f
from tenure.foundation.tabular import values
from tenure.foundation.tabular.formats import Column, Format, Saved
from tenure.foundation.tabular.saving import upsert


def save_churn_events(cursor: CursorWrapper, at: datetime, given: frozenset[str]) -> Saved:
    """Save churn events. One after which no contract runs ends the customer; see importing.md."""
    fields = {
        "id": "s.id",
        "external_id": "s.external_id",
        "customer_id": "c.id",
        "churned_on": "s.churned_on",
        "reason": f"coalesce(s.reason, '{ChurnReason.UNKNOWN}')",
        "feedback": "coalesce(s.feedback, '')",
        "refund_amount": "s.refund_amount",
        "was_reactivation": "coalesce(s.was_reactivation, false)",
        "source_facts": "s.source_facts",
    }
    changes = {name for name in fields if name in given or name in ("customer_id", "source_facts")}
    source = "stage s join customers_customer c on c.external_id = s.customer_external_id"
    saved = upsert(cursor, "customers_churnevent", fields, at=at, changes=changes, source=source)
    cursor.execute(END_CUSTOMERS, {"at": at})
    return saved


END_CUSTOMERS = """
update customers_customer c
set status = 'CHURNED', churned_on = last.churned_on, updated_at = %(at)s
from (
    select customer_id, max(churned_on) as churned_on from customers_churnevent
    where customer_id in (
        select c.id from stage s join customers_customer c on c.external_id = s.customer_external_id)
    group by customer_id
) last
where c.id = last.customer_id
  and (c.status, c.churned_on) is distinct from ('CHURNED', last.churned_on)
  and (c.status = 'CHURNED' or not exists (
      select from contracts_contract k
      where k.customer_id = c.id and (k.ends_on is null or k.ends_on > last.churned_on)))
"""

CHURN_EVENTS = Format(
    code="churn_events",
    title="Churn events",
    about="One row each time that a customer left.",
    save=save_churn_events,
    order=6,
    columns=(
        f.text("external_id", "Your own id of the event; it tells rows apart.", required=True),
        f.text("customer_external_id", "Your own id of the customer.", required=True),
        f.day("churned_on", "The day it left.", required=True),
        Column(
            name="reason", sql="text", converter=values.words(ChurnReason),
            about="Why; UNKNOWN unless told.",
        ),
        f.text("feedback", "What the customer said.", longest=5000),
        f.amount("refund_amount", "What it got back."),
        f.flag("was_reactivation", "Whether it had left and returned before."),
    ),
    rules=(KNOWN_CUSTOMER,),
)  # fmt: skip
