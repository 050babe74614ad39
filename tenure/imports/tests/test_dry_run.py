"""A dry run counts what the import would do, row for row, and leaves nothing behind."""

import pytest
from django.apps import apps
from django.db import connection

from tenure.customers.models import Customer
from tenure.foundation.refusals import Invalid
from tenure.imports.date_orders import AmbiguousDates

KNOWN = "external_id,name\nC-1,Acme\nC-2,Beta\n"
# Of each kind: a row that is there already, and then one that is so, one that differs, a new one
# and a wrong one.
FILES = {
    "customers": ("external_id,name,phone\n", "C-1,Acme,5\nC-2,Beta,6\n",
                  "C-1,Acme,5\nC-2,Beta,7\nC-3,Gamma,8\nC-4,,9\n"),
    "contracts": ("external_id,customer_external_id,starts_on,annual_value\n",
                  "K-1,C-1,2026-01-01,5\nK-2,C-2,2026-01-01,5\n",
                  "K-1,C-1,2026-01-01,5\nK-2,C-2,2026-01-01,6\nK-3,C-1,2026-01-01,5\nK-4,C-1,,5\n"),
    "usage": ("customer_external_id,day,feature,uses\n",
              "C-1,2026-01-05,a,5\nC-2,2026-01-05,a,5\n",
              "C-1,2026-01-05,a,5\nC-2,2026-01-05,a,6\nC-1,2021-02-05,new,5\nC-9,2026-01-05,a,5\n"),
    "churn_events": ("external_id,customer_external_id,churned_on,reason\n",
                     "E-1,C-1,2026-01-05,\nE-2,C-2,2026-01-05,\n",
                     "E-1,C-1,2026-01-05,\nE-2,C-2,2026-01-05,PRICE\nE-3,C-1,2026-02-05,\nE-4,C-1,,\n"),
}  # fmt: skip


def counts(outcome) -> tuple[int, int, int, int]:
    return outcome.created, outcome.changed, outcome.unchanged, outcome.refused


def everything() -> dict[str, list]:
    """Every row of every table, and every table there is."""
    names = connection.introspection.table_names()
    models = [model for model in apps.get_models() if model._meta.db_table in names]
    rows = {m._meta.label: sorted(m.objects.values_list(), key=str) for m in models}
    return rows | {"tables": sorted(names)}


@pytest.fixture
def known(bring_in, request):
    header, before, _ = FILES[request.param]
    bring_in(KNOWN, "known.csv")
    bring_in(header + before)
    return request.param


@pytest.mark.parametrize("known", FILES, indirect=True)
def test_it_counts_what_the_import_then_does(bring_in, known):
    header, _, text = FILES[known]

    tried = bring_in(header + text, only_try=True)
    done = bring_in(header + text)

    assert counts(tried) == counts(done) == (1, 1, 1, 1)
    assert tried.refusals == done.refusals


@pytest.mark.parametrize("known", FILES, indirect=True)
def test_it_leaves_every_table_as_it_was(bring_in, known):
    header, _, text = FILES[known]
    before = everything()

    bring_in(header + text, only_try=True)

    assert everything() == before


def test_a_second_dry_run_says_the_same(bring_in):
    first = bring_in(KNOWN, only_try=True)
    second = bring_in(KNOWN, only_try=True)

    assert counts(first) == counts(second) == (2, 0, 0, 0)


def test_it_writes_the_refused_rows_so_that_they_can_be_mended_before(bring_in):
    outcome = bring_in(KNOWN + "C-3,\n", only_try=True)

    assert outcome.refused_file.read_text().splitlines()[1] == "4,name,name is empty.,C-3,"


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("external_id,name,customer_since\nC-1,Acme,3/4/2026\n", AmbiguousDates),
        ("external_id,name,name\nC-1,Acme,Acme\n", Invalid),
        ("", Invalid),
    ],
)
def test_it_refuses_the_files_that_the_import_refuses(bring_in, text, error):
    with pytest.raises(error) as tried:
        bring_in(text, only_try=True)
    with pytest.raises(error) as done:
        bring_in(text)

    assert tried.value.message == done.value.message
    assert Customer.objects.count() == 0
