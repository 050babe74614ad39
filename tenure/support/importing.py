"""Files of support tickets: what they hold, and how they are saved."""

from datetime import datetime
from decimal import Decimal

from django.db.backends.utils import CursorWrapper

from tenure.customers.importing import KNOWN_CUSTOMER
from tenure.foundation.tabular import formats as f
from tenure.foundation.tabular import numbers, values
from tenure.foundation.tabular.formats import Column, Format, Rule, Saved
from tenure.foundation.tabular.saving import upsert
from tenure.support.models import Priority


def save_tickets(cursor: CursorWrapper, at: datetime, given: frozenset[str]) -> Saved:
    fields = {
        "id": "s.id",
        "external_id": "s.external_id",
        "customer_id": "c.id",
        "subject": "coalesce(s.subject, '')",
        "priority": f"coalesce(s.priority, '{Priority.P3}')",
        "opened_at": "s.opened_at",
        "closed_at": "s.closed_at",
        "first_response_minutes": "s.first_response_minutes",
        "satisfaction": "s.satisfaction",
        "customer_replies": "s.customer_replies",
        "is_escalated": "coalesce(s.is_escalated, false)",
        "source_facts": "s.source_facts",
    }
    changes = {name for name in fields if name in given or name in ("customer_id", "source_facts")}
    source = "stage s join customers_customer c on c.external_id = s.customer_external_id"
    return upsert(cursor, "support_ticket", fields, at=at, changes=changes, source=source)


TICKETS = Format(
    code="tickets",
    title="Support tickets",
    about="One row a request for help.",
    save=save_tickets,
    order=4,
    columns=(
        f.text("external_id", "Your own id of the ticket; it tells rows apart.", required=True),
        f.text("customer_external_id", "Your own id of the customer.", required=True),
        f.text("subject", "What it is about.", longest=300),
        Column(
            name="priority", sql="text", converter=values.words(Priority),
            about="P1 (urgent) to P4 (low); P3 unless told.",
        ),
        f.instant("opened_at", "When it was opened.", required=True),
        f.instant("closed_at", "When it was closed; empty while it is open."),
        f.count("first_response_minutes", "Minutes to the first answer."),
        Column(
            name="satisfaction", sql="numeric",
            converter=numbers.decimals(Decimal(1), Decimal(5), 1), about="The customer's rating, 1 to 5.",
        ),
        f.count("customer_replies", "How often the customer wrote again after the first message; 0 is solved at once."),
        f.flag("is_escalated", "Whether it was escalated; such a ticket counts as a complaint."),
    ),
    rules=(
        KNOWN_CUSTOMER,
        Rule("closed_at < opened_at", "closed_at", "The ticket was closed before it was opened."),
    ),
)  # fmt: skip
