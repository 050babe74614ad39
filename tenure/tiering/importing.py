"""Files of what customers used month by month: what they hold, and how they are saved."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from django.db.backends.utils import CursorWrapper

from tenure.customers.importing import KNOWN_CUSTOMER
from tenure.foundation.tabular import formats as f
from tenure.foundation.tabular import numbers
from tenure.foundation.tabular.converting import Problems, clip, one_by_one
from tenure.foundation.tabular.formats import Column, Format, Rule, Saved
from tenure.foundation.tabular.saving import upsert
from tenure.programme.in_force import tiers

LARGEST, PLACES = Decimal(10**12), 3


def save_use(cursor: CursorWrapper, at: datetime, given: frozenset[str]) -> Saved:
    fields = {
        "id": "s.id",
        "customer_id": "c.id",
        "month": "s.month",
        "name": "s.name",
        "value": "s.value",
    }
    source = "stage s join customers_customer c on c.external_id = s.customer_external_id"
    return upsert(
        cursor, "tiering_monthlyuse", fields, at=at, changes={"value"}, source=source,
        key="customer_id, name, month",
    )  # fmt: skip


def names(values: Sequence[str]) -> tuple[list[str | None], Problems]:
    """Names of limits, as the programme in force calls them, and of what stands beside them."""
    known = tiers().told_monthly

    def read(text: str) -> str:
        if text.lower() not in known:
            raise ValueError(f"“{clip(text)}” is not one of {', '.join(known)}")
        return text.lower()

    return one_by_one(read, values)


MONTHLY_USE = Format(
    code="monthly_use",
    title="Monthly use",
    about="One row a customer, month and limit: what the customer used of what its tier limits. Who is "
    "over its limits for some months running should move up. Leads that were converted tell its conversion rate.",
    save=save_use,
    order=6,
    key=("customer_external_id", "month", "name"),
    keeps_other_columns=False,
    columns=(
        f.text("customer_external_id", "Your own id of the customer.", required=True),
        f.day("month", "The first day of the month.", required=True),
        Column(name="name", sql="text", converter=names, is_required=True,
               about="What is limited, as the programme calls it: agents, leads_a_month, storage_gb; or leads_converted."),
        Column(name="value", sql="numeric", converter=numbers.decimals(Decimal(0), LARGEST, PLACES),
               is_required=True, about="How much of it was used in the month."),
    ),
    rules=(
        KNOWN_CUSTOMER,
        Rule("extract(day from month) <> 1", "month", "Give the first day of the month."),
        Rule("month > now()::date", "month", "This month has not come yet."),
    ),
)  # fmt: skip
