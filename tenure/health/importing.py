"""Files of readings that other systems took: what they hold, and how they are saved."""

from datetime import datetime
from decimal import Decimal

from django.db.backends.utils import CursorWrapper

from tenure.customers.importing import KNOWN_CUSTOMER
from tenure.foundation.tabular import formats as f
from tenure.foundation.tabular import numbers
from tenure.foundation.tabular.formats import Column, Format, Rule, Saved
from tenure.foundation.tabular.saving import upsert
from tenure.health.measures import MEASURE_BY_CODE
from tenure.health.reporting import limits_of

SOURCE = "a file"
LARGEST, PLACES = Decimal(10**9), 6
CODES = ", ".join(f"'{code}'" for code in MEASURE_BY_CODE)


def save_readings(cursor: CursorWrapper, at: datetime, given: frozenset[str]) -> Saved:
    fields = {
        "id": "s.id",
        "customer_id": "c.id",
        "code": "s.measure",
        "day": "s.day",
        "value": "s.value",
        "source": f"coalesce(s.source, '{SOURCE}')",
        "recorded_by": "'Import'",
    }
    changes = {"value", *({"source"} & given)}
    source = "stage s join customers_customer c on c.external_id = s.customer_external_id"
    return upsert(
        cursor, "health_reportedreading", fields, at=at, changes=changes, source=source,
        key="customer_id, code, day",
    )  # fmt: skip


READINGS = Format(
    code="readings",
    title="Readings",
    about="One row a customer, measure and day: what another system measured. It counts in place of "
    "what Tenure would compute, for as long as the measure looks back.",
    save=save_readings,
    order=5,
    key=("customer_external_id", "measure", "day"),
    keeps_other_columns=False,
    columns=(
        f.text("customer_external_id", "Your own id of the customer.", required=True),
        f.text("measure", f"The measure's code: {', '.join(MEASURE_BY_CODE)}.", longest=50,
               required=True),
        f.day("day", "The day of the reading.", required=True),
        Column(name="value", sql="double precision", converter=numbers.decimals(-LARGEST, LARGEST, PLACES), is_required=True,
               about="What was measured, in the measure's own unit."),
        f.text("source", "The system that measured it."),
    ),
    rules=(
        KNOWN_CUSTOMER,
        Rule(f"measure not in ({CODES})", "measure", "There is no measure of this code."),
        Rule("day > now()::date", "day", "This day has not come yet."),
        *(
            Rule(f"measure = '{code}' and value not between {low} and {high}", "value",
                 f"{measure.title} goes from {low:g} to {high:,.0f}.")
            for code, measure in MEASURE_BY_CODE.items()
            for low, high in [limits_of(code)]
        ),
    ),
)  # fmt: skip
