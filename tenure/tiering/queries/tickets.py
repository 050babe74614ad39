"""Tickets as clocks see them: with the tier that their customer was in when they were opened."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import numpy as np

from tenure.foundation.database.prepared import all_rows, first_value
from tenure.programme.words import Tier

# The tier of a day: where the last change before it led, or the first one after it came from.
TICKETS = """
select t.id, t.customer_id, c.name, coalesce(nullif(t.subject, ''), 'Ticket ' || t.external_id, 'Ticket'),
    t.priority, coalesce(
        (select k.to_tier from tiering_tierchange k
         where k.customer_id = t.customer_id and k.state = 'DONE' and k.takes_effect_on <= t.opened_at::date
         order by k.takes_effect_on desc, k.id desc limit 1),
        (select k.from_tier from tiering_tierchange k
         where k.customer_id = t.customer_id and k.state = 'DONE' and k.takes_effect_on > t.opened_at::date
         order by k.takes_effect_on, k.id limit 1), c.tier),
    extract(epoch from t.opened_at)::float8,
    extract(epoch from t.opened_at)::float8 + 60 * t.first_response_minutes,
    extract(epoch from t.closed_at)::float8
from support_ticket t join customers_customer c on c.id = t.customer_id
where (%(customer)s::uuid is null or t.customer_id = %(customer)s)
    and (case when %(open)s then t.closed_at is null and c.status <> 'CHURNED'
         else t.opened_at >= %(since)s and t.opened_at < coalesce(%(until)s::timestamptz, 'infinity') end)
order by t.opened_at desc, t.id
"""
TELLS = "select exists (select from support_ticket where first_response_minutes is not null)"


@dataclass(frozen=True)
class TicketRow:
    """`answered` and `closed` are seconds since 1970, NaN where they are not known."""

    id: UUID
    customer: UUID
    customer_name: str
    subject: str
    priority: str
    tier: Tier
    opened: float
    answered: float
    closed: float


def tickets_since(
    since: datetime, customer: UUID | None = None, until: datetime | None = None
) -> list[TicketRow]:
    return _rows({"since": since, "until": until, "customer": customer, "open": False})


def open_tickets(at: datetime, customer: UUID | None = None) -> list[TicketRow]:
    """Those that wait for something, of customers that are still there."""
    return _rows({"since": at, "until": None, "customer": customer, "open": True})


def responses_are_told() -> bool:
    """Whether anybody tells first responses at all. Else nobody knows that one is late."""
    return bool(first_value(TELLS))


def _rows(asked: dict[str, object]) -> list[TicketRow]:
    return [_row(*row) for row in all_rows(TICKETS, asked)]


def _row(
    id: UUID,
    customer: UUID,
    name: str,
    subject: str,
    priority: str,
    tier: str,
    *moments: float | None,
) -> TicketRow:
    opened, answered, closed = (np.nan if told is None else told for told in moments)
    return TicketRow(id, customer, name, subject, priority, Tier(tier), opened, answered, closed)
