"""Bringing a file in through the portal: upload, look, say how it is read, import, mend."""

from io import BytesIO

import pytest
from django.test import Client

from tenure.customers.models import Customer
from tenure.imports import uploads
from tenure.imports.models import Import

GOOD = "external_id,name\nC-1,Acme\nC-2,\n"
THEIRS = "id,company\nC-1,Acme\n"


def page(client: Client, record: Import) -> str:
    return client.get(f"/imports/{record.id}/").content.decode()


def test_the_preview_says_what_would_happen_and_changes_nothing(upload):
    client, record = upload(GOOD)

    shown = page(client, record)
    assert record.state == "CHECKED"
    assert (record.created_rows, record.refused_rows) == (1, 1)
    assert "name is empty" in shown
    assert Customer.objects.count() == 0


def test_it_is_imported_when_told_to(upload):
    client, record = upload(GOOD)

    client.post(f"/imports/{record.id}/start/")
    uploads.bring_in_upload(import_id=str(record.id))

    record.refresh_from_db()
    assert (record.state, record.created_rows, record.refused_rows) == ("DONE", 1, 1)
    assert Customer.objects.get().name == "Acme"


def test_a_second_start_does_nothing(upload):
    client, record = upload(GOOD)
    client.post(f"/imports/{record.id}/start/")
    uploads.bring_in_upload(import_id=str(record.id))

    assert client.post(f"/imports/{record.id}/start/").status_code == 409
    assert Customer.objects.count() == 1


def test_refused_rows_can_be_fetched(upload):
    client, record = upload(GOOD)

    file = b"".join(client.get(f"/imports/{record.id}/refused/").streaming_content).decode()
    assert file.splitlines()[0] == "line,field,reason,external_id,name"
    assert file.splitlines()[1].startswith("3,name,name is empty.")


def test_columns_that_nobody_knows_can_be_said(upload):
    client, record = upload(THEIRS, "accounts.csv")
    assert record.state == "FAILED"
    shown = client.get(f"/imports/{record.id}/", {"kind": "customers"}).content.decode()
    assert "field-external_id" in shown

    told = {"field-external_id": "id", "field-name": "company"}
    assert client.post(f"/imports/{record.id}/columns/customers/", told).status_code == 302
    uploads.check_upload(import_id=str(record.id))

    record.refresh_from_db()
    assert (record.state, record.created_rows) == ("CHECKED", 1)


def test_a_required_field_without_a_column_is_refused_with_its_name(upload):
    client, record = upload(THEIRS, "accounts.csv")

    answer = client.post(f"/imports/{record.id}/columns/customers/", {"field-name": "company"})

    assert answer.status_code == 422
    assert "external_id" in answer.content.decode()


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"", b"%PDF-1.7\n"])
def test_what_is_no_table_says_so(mona, sign_in, content):
    client = sign_in(mona)
    file = BytesIO(content)
    file.name = "picture.csv"

    answer = client.post("/imports/", {"tables": file})

    if answer.status_code == 302:
        record = Import.objects.get()
        uploads.check_upload(import_id=str(record.id))
        record.refresh_from_db()
        assert record.state == "FAILED"
        assert record.problem
    else:
        assert answer.status_code == 422
    assert Customer.objects.count() == 0


def test_an_upload_without_a_file_is_refused(mona, sign_in):
    answer = sign_in(mona).post("/imports/", {})

    assert answer.status_code == 422
    assert Import.objects.count() == 0
