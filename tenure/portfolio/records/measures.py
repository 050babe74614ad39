"""Where the rows behind each measure stand."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.urls import reverse

from tenure.portfolio.ranges import Days


@dataclass(frozen=True)
class RowsOf:
    """A kind of rows, and how many days of them a measure looks at; None for all of them."""

    code: str
    days: int | None = None


ROWS_OF_MEASURE = {
    "login_frequency": RowsOf("usage", 30),
    "feature_adoption": RowsOf("usage", 90),
    "time_spent": RowsOf("usage", 30),
    "daily_active_users": RowsOf("usage", 30),
    "adoption_velocity": RowsOf("usage", 30),
    "goal_attainment": RowsOf("plans", 365),
    "nps": RowsOf("surveys", 365),
    "csat": RowsOf("surveys", 180),
    "ticket_satisfaction": RowsOf("tickets", 180),
    "complaints": RowsOf("tickets", 90),
    "payment_history": RowsOf("invoices", 365),
    "expansion_revenue": RowsOf("contracts"),
    "contract_compliance": RowsOf("contracts"),
}


def addresses_of_rows(customer_id: UUID, day: date) -> dict[str, str]:
    """By code of a measure the address of the rows that it looked at on a day."""
    return {code: _address(customer_id, rows, day) for code, rows in ROWS_OF_MEASURE.items()}


def _address(customer_id: UUID, rows: RowsOf, day: date) -> str:
    address = reverse("customer-records", args=[customer_id, rows.code])
    if rows.days is None:
        return address
    return f"{address}?{Days(day - timedelta(days=rows.days - 1), day).query}"
