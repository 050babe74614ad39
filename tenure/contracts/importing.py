"""Files of contracts: what they hold, and how they are saved."""

from datetime import datetime

from django.db.backends.utils import CursorWrapper

from tenure.contracts.models import BillingPeriod
from tenure.contracts.showing import show_staged
from tenure.customers.importing import KNOWN_CUSTOMER
from tenure.foundation.tabular import formats as f
from tenure.foundation.tabular import values
from tenure.foundation.tabular.formats import Column, Format, Rule, Saved
from tenure.foundation.tabular.saving import upsert


def save_contracts(cursor: CursorWrapper, at: datetime, given: frozenset[str]) -> Saved:
    """Save contracts, and let what they say of value and renewal show on their customers."""
    fields = {
        "id": "s.id",
        "external_id": "s.external_id",
        "customer_id": "c.id",
        "name": "coalesce(s.name, '')",
        "starts_on": "s.starts_on",
        "ends_on": "s.ends_on",
        "annual_value": "coalesce(s.annual_value, 12 * s.monthly_value)",
        "seats": "s.seats",
        "billing_period": f"coalesce(s.billing_period, '{BillingPeriod.ANNUAL}')",
        "is_trial": "coalesce(s.is_trial, false)",
        "renews_by_itself": "s.renews_by_itself",
        "ended_by_churn": "coalesce(s.ended_by_churn, false)",
        "source_facts": "s.source_facts",
    }
    always = {"customer_id", "source_facts", "annual_value"}
    changes = {name for name in fields if name in given or name in always}
    source = "stage s join customers_customer c on c.external_id = s.customer_external_id"
    saved = upsert(cursor, "contracts_contract", fields, at=at, changes=changes, source=source)
    show_staged(cursor, at)
    return saved


CONTRACTS = Format(
    code="contracts",
    title="Contracts",
    about="One row a contract or subscription. Give its value by the year or by the month.",
    save=save_contracts,
    order=2,
    one_of=(("annual_value", "monthly_value"),),
    columns=(
        f.text("external_id", "Your own id of the contract; it tells rows apart.", required=True),
        f.text("customer_external_id", "Your own id of the customer.", required=True),
        f.text("name", "What was bought."),
        f.day("starts_on", "The first day.", required=True),
        f.day("ends_on", "The last day; empty while it is open."),
        f.amount("annual_value", "What it is worth a year."),
        f.amount("monthly_value", "What it is worth a month."),
        f.count("seats", "Licensed users."),
        Column(
            name="billing_period", sql="text", converter=values.words(BillingPeriod),
            about="MONTHLY, QUARTERLY or ANNUAL; ANNUAL unless told.",
        ),
        f.flag("is_trial", "Whether it is a trial."),
        f.flag("renews_by_itself", "Whether it renews without a word."),
        f.flag("ended_by_churn", "Whether it ended because the customer left it."),
    ),
    rules=(
        KNOWN_CUSTOMER,
        Rule("ends_on < starts_on", "ends_on", "The contract ends before it starts."),
        Rule("annual_value is null and monthly_value is null", "annual_value",
             "Neither a yearly nor a monthly value is given."),
        Rule("annual_value is null and 12 * monthly_value >= 1000000000000", "monthly_value",
             "A year of this is more than a trillion."),
    ),
)  # fmt: skip
