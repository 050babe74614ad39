"""Saying how a file is read: its columns, which way round its dates are, mappings of one's own."""

from datetime import date
from io import BytesIO

import pytest

from tenure.customers.models import Customer
from tenure.imports import uploads
from tenure.imports.models import Import

AMBIGUOUS = "external_id,name,contract_starts_on\nC-1,Acme,3/4/2026\n"
MAPPING = """
[[file]]
name = "theirs*.csv"
kind = "customers"
[file.fields]
external_id = "id"
name = "company"
billing_country = { value = "US" }
annual_contract_value = { column = "monthly", times = 12 }
"""
THEIRS = "id,company,monthly,city\nC-1,Acme,20.50,Oslo\n"


def as_file(text: str, name: str) -> BytesIO:
    file = BytesIO(text.encode())
    file.name = name
    return file


def checked(record: Import) -> Import:
    uploads.check_upload(import_id=str(record.id))
    record.refresh_from_db()
    return record


def brought_in(client, record: Import) -> Customer:
    client.post(f"/imports/{record.id}/start/")
    uploads.bring_in_upload(import_id=str(record.id))
    return Customer.objects.get(external_id="C-1")


def test_dates_that_can_be_read_in_two_ways_are_asked_about_on_the_page(upload):
    client, record = upload(AMBIGUOUS)

    shown = client.get(f"/imports/{record.id}/").content.decode()
    assert (record.state, record.kind) == ("FAILED", "customers")
    assert "has dates like 3/4/2026" in shown
    assert 'name="dates-contract_starts_on"' in shown


@pytest.mark.parametrize(
    ("order", "day"), [("day-first", date(2026, 4, 3)), ("month-first", date(2026, 3, 4))]
)
def test_the_answer_about_dates_is_honoured(upload, order, day):
    client, record = upload(AMBIGUOUS)
    columns = {f"field-{name}": name for name in ("external_id", "name", "contract_starts_on")}

    client.post(
        f"/imports/{record.id}/columns/customers/", columns | {"dates-contract_starts_on": order}
    )

    assert checked(record).state == "CHECKED"
    assert brought_in(client, record).contract_starts_on == day


def test_a_mapping_of_ones_own_is_used(upload):
    client, record = upload(THEIRS, "theirs.csv", mapping_file=as_file(MAPPING, "ours.toml"))

    assert record.state == "CHECKED"
    acme = brought_in(client, record)
    assert (acme.name, acme.billing_country, acme.annual_contract_value) == ("Acme", "US", 246)
    assert acme.source_facts == {"city": "Oslo"}


def test_what_a_mapping_says_beyond_columns_outlives_the_form(upload):
    client, record = upload(THEIRS, "theirs.csv", mapping_file=as_file(MAPPING, "ours.toml"))
    columns = {"external_id": "id", "name": "company", "annual_contract_value": "monthly"}

    client.post(
        f"/imports/{record.id}/columns/customers/",
        {f"field-{name}": column for name, column in columns.items()}
        | {"field-billing_city": "city"},
    )
    checked(record)

    acme = brought_in(client, record)
    assert (acme.billing_country, acme.annual_contract_value) == ("US", 246)
    assert acme.billing_city == "Oslo"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('kind = "customers"', 'kind = "cars"', "There is no kind of file “cars”"),
        ('kind = "customers"', 'kind = "' + "c" * 99 + '"', "There is no kind of file"),
        ("[[file]]", "[[file", "The mapping is wrong"),
        ("name =", "nome =", "nome"),
    ],
)
def test_a_wrong_mapping_is_refused_before_anything_is_kept(mona, sign_in, old, new, words):
    told = {
        "tables": as_file(THEIRS, "theirs.csv"),
        "mapping_file": as_file(MAPPING.replace(old, new, 1), "ours.toml"),
    }

    answer = sign_in(mona).post("/imports/", told)

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert Import.objects.count() == 0


def test_a_kind_that_does_not_exist_is_refused_in_words(upload):
    client, record = upload(THEIRS)

    answer = client.get(f"/imports/{record.id}/", {"kind": "cars"})

    assert answer.status_code == 422
    assert "There is no kind of file “cars”" in answer.content.decode()


@pytest.mark.parametrize("letter", ["é", "x"])
def test_a_name_longer_than_file_systems_take_is_cut(upload, letter):
    client, record = upload("external_id,name\nC-1,\n", letter * 240 + ".csv")

    assert (record.state, record.refused_rows) == ("CHECKED", 1)
    assert record.file_name.endswith(f"{letter}.csv")
    refused = b"".join(client.get(f"/imports/{record.id}/refused/").streaming_content)
    assert refused.decode().splitlines()[1] == "2,name,name is empty.,C-1,"
