"""Every column of every kind of file arrives, changes, and is what the manual says it is."""

import csv
import io
import re
from collections.abc import Collection
from pathlib import Path

import pytest

from tenure.customers.models import Customer, Stakeholder
from tenure.imports.formats import FORMATS, format_named
from tenure.imports.tests.full_rows import MODELS, ROWS
from tenure.usage.models import Feature

KNOWN = "external_id,name\nC-1,First\nC-2,Second\n"
KNOWN_CONTRACT = "external_id,customer_external_id,starts_on,annual_value\nK-1,C-1,2026-01-01,5\n"
MANUAL = Path(__file__).resolve().parents[3] / "docs" / "importing.md"
FIRST, SECOND = 2, 4  # where a row of ROWS has its texts; what they mean comes after


@pytest.fixture
def known(bring_in, alice):
    bring_in(KNOWN, "known.csv")
    bring_in(KNOWN_CONTRACT, "contract.csv")
    first = Customer.objects.get(external_id="C-1")
    Stakeholder.objects.create(customer=first, name="Zoe", email="zoe@acme.example")
    Feature.objects.create(name="Routing")


def file(kind: str, which: int, columns: Collection[str] = ()) -> str:
    rows = [row for row in ROWS[kind] if not columns or row[0] in columns]
    text = io.StringIO()
    csv.writer(text).writerows([[row[0] for row in rows], [row[which] for row in rows]])
    return text.getvalue()


def stored(kind: str) -> dict[str, object]:
    """What the one row of ROWS says, as it is stored."""
    key = [row[FIRST] for row in ROWS[kind] if row[0] == "external_id"]
    rows = MODELS[kind].objects
    found = rows.filter(external_id=key[0]) if key else rows.all()
    return {row[0]: found.values_list(row[1], flat=True).get() for row in ROWS[kind]}


def meant(kind: str, which: int) -> dict[str, object]:
    return {row[0]: row[which + 1] for row in ROWS[kind]}


def counts(outcome) -> tuple[int, int, int, int]:
    return outcome.created, outcome.changed, outcome.unchanged, outcome.refused


@pytest.mark.parametrize("kind", ROWS)
def test_every_column_arrives_and_a_second_time_changes_nothing(bring_in, known, kind):
    outcome = bring_in(file(kind, FIRST))

    assert outcome.kind == kind
    assert counts(outcome) == (1, 0, 0, 0)
    assert stored(kind) == meant(kind, FIRST)
    assert counts(bring_in(file(kind, FIRST))) == (0, 0, 1, 0)


@pytest.mark.parametrize("kind", ROWS)
def test_every_column_changes_or_is_emptied_and_then_stays(bring_in, known, kind):
    bring_in(file(kind, FIRST))

    assert counts(bring_in(file(kind, SECOND))) == (0, 1, 0, 0)
    assert stored(kind) == meant(kind, SECOND)
    assert counts(bring_in(file(kind, SECOND))) == (0, 0, 1, 0)


@pytest.mark.parametrize("kind", list(ROWS))
def test_a_file_of_the_needed_columns_alone_leaves_the_others_as_they_are(bring_in, known, kind):
    bring_in(file(kind, FIRST))
    needed = {column.name for column in format_named(kind).columns if column.is_required}
    needed |= {"customer_external_id", "external_id", "feature", "uses", "annual_value"}

    bring_in(file(kind, FIRST, needed), kind=kind)

    assert stored(kind) == meant(kind, FIRST)


def test_the_manual_names_the_columns_that_there_are():
    table = re.findall(r"^\| (\w[\w ]*) \| (`.*) \|$", MANUAL.read_text(), re.MULTILINE)
    told = {kind.replace(" ", "_"): re.findall(r"`(\w+)`(\\\*)?", cells) for kind, cells in table}

    assert set(told) == {form.code for form in FORMATS}
    for form in FORMATS:
        starred = {name for name, star in told[form.code] if star}
        assert {name for name, _ in told[form.code]} == {column.name for column in form.columns}
        assert {column.name for column in form.columns if column.is_required} <= starred


def test_every_column_has_its_example_here():
    for form in FORMATS:
        missing = {column.name for column in form.columns} - {row[0] for row in ROWS[form.code]}
        assert missing <= {"contract_external_id"}
