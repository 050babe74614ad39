"""Who may bring files in: managers and administrators, on every one of the addresses."""

from io import BytesIO

import pytest

from tenure.imports import uploads
from tenure.imports.models import Import

ADDRESSES = [
    ("get", "/imports/"),
    ("post", "/imports/"),
    ("get", "/imports/{}/"),
    ("post", "/imports/{}/columns/customers/"),
    ("post", "/imports/{}/start/"),
    ("get", "/imports/{}/refused/"),
]


@pytest.mark.parametrize("role", ["alice", "erin", "carl"])
def test_others_are_turned_away_and_nothing_happens(upload, sign_in, request, role):
    _, record = upload("external_id,name\nC-1,\n")
    client = sign_in(request.getfixturevalue(role))

    for method, address in ADDRESSES:
        answer = getattr(client, method)(address.format(record.id))
        assert answer.status_code == 403, (method, address)

    assert Import.objects.get().state == "CHECKED"


def test_a_stranger_is_asked_to_sign_in(client, db):
    answer = client.get("/imports/")

    assert answer.status_code == 302
    assert answer.url.startswith("/sign-in/")


def test_an_administrator_may_as_a_manager_may(ada, sign_in):
    file = BytesIO(b"external_id,name\nC-1,Acme\n")
    file.name = "customers.csv"

    assert sign_in(ada).post("/imports/", {"tables": file}).status_code == 302


def test_more_files_than_twenty_are_refused_at_once(mona, sign_in):
    files = [BytesIO(b"external_id,name\nC-1,Acme\n") for _ in range(21)]
    for file in files:
        file.name = "customers.csv"

    answer = sign_in(mona).post("/imports/", {"tables": files})

    assert answer.status_code == 422
    assert "At most 20 files at once." in answer.content.decode()
    assert Import.objects.count() == 0


def test_an_import_without_refused_rows_has_no_file_of_them(upload):
    client, record = upload("external_id,name\nC-1,Acme\n")

    assert client.get(f"/imports/{record.id}/refused/").status_code == 404


def test_the_result_shows_what_contradicts_itself(upload):
    client, record = upload("external_id,name,status\nC-1,Acme,CHURNED\n")
    client.post(f"/imports/{record.id}/start/")
    uploads.bring_in_upload(import_id=str(record.id))

    shown = client.get(f"/imports/{record.id}/").content.decode()

    assert "1 customers are marked as churned, and no churn event says when or why." in shown
    assert "the day of churn stays unknown" in shown
