"""Files of invoices: what they hold, and how they are saved."""

from datetime import datetime

from django.db.backends.utils import CursorWrapper

from tenure.customers.importing import KNOWN_CUSTOMER
from tenure.foundation.tabular import formats as f
from tenure.foundation.tabular import numbers
from tenure.foundation.tabular.formats import Column, Format, Rule, Saved
from tenure.foundation.tabular.saving import upsert


def save_invoices(cursor: CursorWrapper, at: datetime, given: frozenset[str]) -> Saved:
    fields = {
        "id": "s.id",
        "external_id": "s.external_id",
        "customer_id": "c.id",
        "contract_id": "k.id",
        "amount": "s.amount",
        "due_on": "s.due_on",
        "paid_on": "s.paid_on",
        "source_facts": "s.source_facts",
    }
    always = {"customer_id", "source_facts"}
    if "contract_external_id" in given:
        always.add("contract_id")
    changes = {name for name in fields if name in given or name in always}
    source = (
        "stage s join customers_customer c on c.external_id = s.customer_external_id"
        " left join contracts_contract k on k.external_id = s.contract_external_id"
    )
    return upsert(cursor, "contracts_invoice", fields, at=at, changes=changes, source=source)


INVOICES = Format(
    code="invoices",
    title="Invoices",
    about="One row an invoice; paying on time is part of a customer's health.",
    save=save_invoices,
    order=3,
    columns=(
        f.text("external_id", "Your own id of the invoice; it tells rows apart.", required=True),
        f.text("customer_external_id", "Your own id of the customer.", required=True),
        f.text("contract_external_id", "Your own id of the contract."),
        Column(name="amount", sql="numeric", converter=numbers.money(), is_required=True,
               about="What was asked for."),
        f.day("due_on", "When it is to be paid.", required=True),
        f.day("paid_on", "When it was paid; empty while it is open."),
    ),
    rules=(
        KNOWN_CUSTOMER,
        Rule(
            "contract_external_id is not null and not exists (select from contracts_contract k"
            " where k.external_id = stage.contract_external_id)",
            "contract_external_id",
            "There is no contract with this external id; import the contracts first.",
        ),
    ),
)  # fmt: skip
