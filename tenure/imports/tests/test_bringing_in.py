"""Each kind of file: it brings rows, changes rows, and a second time nothing."""

from datetime import date

import pytest

from tenure.contracts.models import Contract, Invoice
from tenure.customers.models import ChurnEvent, Customer
from tenure.support.models import Ticket
from tenure.surveys.models import SurveyAnswer

CUSTOMER = "external_id,name,contract_starts_on\nC-9,Acme,2026-01-01\n"
# By kind a file with one row, the same row with something changed, and how to see that.
FILES = {
    "customers": (
        "external_id,name,industry\nC-9,Acme,{}\n", "Mining", "Farming",
        lambda: Customer.objects.get(external_id="C-9").industry,
    ),
    "contracts": (
        "external_id,customer_external_id,starts_on,annual_value\nK-1,C-9,2026-01-01,{}\n",
        "1200.5", "99",
        lambda: f"{Contract.objects.get(external_id='K-1').annual_value.normalize():f}",
    ),
    "invoices": (
        "external_id,customer_external_id,amount,due_on,paid_on\nI-1,C-9,10,2026-01-31,{}\n",
        "2026-02-01", "2026-03-01", lambda: f"{Invoice.objects.get(external_id='I-1').paid_on}",
    ),
    "tickets": (
        "external_id,customer_external_id,opened_at,priority\nT-1,C-9,2026-01-05T10:00:00Z,{}\n",
        "P1", "P2", lambda: Ticket.objects.get(external_id="T-1").priority,
    ),
    "surveys": (
        "external_id,customer_external_id,kind,score,answered_at\nS-1,C-9,NPS,{},2026-01-05\n",
        "9", "3", lambda: f"{SurveyAnswer.objects.get(external_id='S-1').score:g}",
    ),
    "churn": (
        "external_id,customer_external_id,churned_on,reason\nE-1,C-9,2026-03-01,{}\n",
        "PRICE", "SUPPORT", lambda: ChurnEvent.objects.get(external_id="E-1").reason,
    ),
}  # fmt: skip


def counts(outcome) -> tuple[int, int, int, int]:
    return outcome.created, outcome.changed, outcome.unchanged, outcome.refused


@pytest.mark.parametrize("kind", FILES)
def test_a_file_creates_then_changes_and_then_changes_nothing(bring_in, kind):
    text, first, second, seen = FILES[kind]
    if kind != "customers":
        bring_in(CUSTOMER, "customers.csv")

    assert counts(bring_in(text.format(first))) == (1, 0, 0, 0)
    assert seen() == first
    assert counts(bring_in(text.format(second))) == (0, 1, 0, 0)
    assert seen() == second
    assert counts(bring_in(text.format(second))) == (0, 0, 1, 0)


def test_a_dry_run_says_what_the_import_then_does_and_writes_nothing(bring_in):
    text = CUSTOMER + "C-10,,2026-01-01\nC-11,Beta,2026-01-01\n"

    tried = bring_in(text, only_try=True)
    assert Customer.objects.count() == 0
    done = bring_in(text)

    assert counts(tried) == counts(done) == (2, 0, 0, 1)
    assert tried.refusals == done.refusals


def test_refused_rows_can_be_mended_and_imported_as_they_are(bring_in, tmp_path):
    outcome = bring_in(CUSTOMER + 'C-10,,"2026-01-01"\n')
    refused = outcome.refused_file.read_text()
    assert refused.splitlines()[1] == "3,name,name is empty.,C-10,,2026-01-01"

    mended = bring_in(refused.replace("C-10,,", "C-10,Beta,"), "mended.csv")

    assert counts(mended) == (1, 0, 0, 0)
    assert Customer.objects.get(external_id="C-10").name == "Beta"


def test_a_row_that_names_an_unknown_customer_is_refused(bring_in):
    outcome = bring_in(
        "external_id,customer_external_id,starts_on,annual_value\nK,nobody,2026-01-01,1\n"
    )

    assert [(r.line, r.field) for r in outcome.refusals] == [(2, "customer_external_id")]
    assert Contract.objects.count() == 0


def test_an_empty_cell_clears_and_an_absent_column_keeps(bring_in):
    bring_in("external_id,name,industry,phone\nC-9,Acme,Mining,555\n")
    bring_in("external_id,name,industry\nC-9,Acme,\n")

    customer = Customer.objects.get(external_id="C-9")
    assert (customer.industry, customer.phone) == ("", "555")


def test_columns_that_nobody_knows_are_kept_with_the_row(bring_in):
    bring_in("external_id,name,shoe size\nC-9,Acme,44\n")

    assert Customer.objects.get(external_id="C-9").source_facts == {"shoe size": "44"}


def test_nothing_of_a_file_stays_when_its_import_fails(bring_in, monkeypatch):
    monkeypatch.setattr("tenure.imports.actions.note_outcome", lambda *_: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        bring_in(CUSTOMER)

    assert Customer.objects.count() == 0


def test_a_new_customer_comes_with_profile_health_and_tier(bring_in):
    bring_in("external_id,name,annual_contract_value\nC-9,Acme,30000\n")

    customer = Customer.objects.get(external_id="C-9")
    assert customer.tier == "MID_MARKET"
    assert customer.success_profile.csm is None
    assert customer.current_health.score is None


def test_usage_is_saved_by_day_and_again_changes_nothing(bring_in):
    bring_in(CUSTOMER, "customers.csv")
    usage = "customer_external_id,day,feature,uses\nC-9,2026-01-05,reports,{}\nC-9,2025-12-31,,2\n"

    assert counts(bring_in(usage.format(5))) == (2, 0, 0, 0)
    assert counts(bring_in(usage.format(6))) == (0, 1, 1, 0)
    assert counts(bring_in(usage.format(6))) == (0, 0, 2, 0)


def test_churn_ends_the_customer(bring_in):
    bring_in(CUSTOMER, "customers.csv")
    text, reason, *_ = FILES["churn"]
    bring_in(text.format(reason))

    customer = Customer.objects.get(external_id="C-9")
    assert (customer.status, customer.churned_on) == ("CHURNED", date(2026, 3, 1))
