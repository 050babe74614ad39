"""What may be uploaded: files of other encodings, mappings of bounded size, nothing but tables."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from tenure.customers.models import Customer
from tenure.foundation.audit.models import Deed
from tenure.imports import uploads
from tenure.imports.models import Import, ImportState


@pytest.fixture
def send(mona, sign_in):
    """Uploads bytes, has them checked, and answers the page that then shows them."""

    def sent(content: bytes, name: str = "customers.csv", **told) -> str:
        file, client = BytesIO(content), sign_in(mona)
        file.name = name
        answer = client.post("/imports/", {"tables": file, **told})
        if answer.status_code != 302:
            return answer.text
        uploads.check_upload(import_id=str(Import.objects.get().id))
        return client.get(answer.url).text

    return sent


def spreadsheet() -> bytes:
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        archive.writestr("xl/worksheets/sheet1.xml", "<worksheet/>")
    return content.getvalue()


def test_the_encoding_may_be_told(send):
    send("external_id,name\nC-1,Café\n".encode("windows-1252"), encoding="windows-1252")
    record = Import.objects.get()
    assert (record.state, record.encoding, record.refused_rows) == ("CHECKED", "windows-1252", 0)

    uploads.start(record=record, by=record.by, at=record.created_at)
    uploads.bring_in_upload(import_id=str(record.id))

    assert Customer.objects.get().name == "Café"


def test_bytes_that_are_no_text_are_shown_with_what_to_do(send):
    page = send(b"external_id,name\nC-1,Caf\xe9\n")

    assert Import.objects.get().refused_rows == 1
    assert "save the file as UTF-8 or name its encoding" in page


def test_an_encoding_that_is_not_offered_is_refused(send):
    assert "klingon is not one of the available choices" in send(b"a,b\n", encoding="klingon")
    assert Import.objects.count() == 0


def test_a_spreadsheet_is_called_one_and_its_page_offers_no_columns(send):
    page = send(spreadsheet(), "customers.xlsx")

    record = Import.objects.get()
    assert (record.state, record.problem) == (
        "FAILED", "customers.xlsx is a spreadsheet or an archive, not CSV. Save it as CSV.",
    )  # fmt: skip
    assert record.problem in page
    assert "How the file is read" not in page


def test_a_mapping_that_is_too_large_to_be_one_is_not_read(send):
    mapping = BytesIO(b"#" * (1024 * 1024 + 1))
    mapping.name = "ours.toml"

    assert "The mapping is larger than 1 MiB" in send(b"a,b\n", mapping_file=mapping)
    assert Import.objects.count() == 0


def test_an_upload_and_its_import_are_deeds_of_who_did_them(send):
    send(b"external_id,name\nC-1,Acme\n")
    record = Import.objects.get()
    uploads.start(record=record, by=record.by, at=record.created_at)
    uploads.bring_in_upload(import_id=str(record.id))

    deeds = Deed.objects.filter(code__in=["file.uploaded", "import.started", "file.imported"])
    assert {(deed.code, deed.by_name) for deed in deeds} == {
        ("file.uploaded", "Mona"), ("import.started", "Mona"), ("file.imported", "Mona"),
    }  # fmt: skip


def test_a_job_that_comes_twice_does_its_work_once(send):
    send(b"external_id,name\nC-1,Acme\n")
    record = Import.objects.get()
    uploads.start(record=record, by=record.by, at=record.created_at)

    for _ in range(2):
        uploads.bring_in_upload(import_id=str(record.id))
        uploads.check_upload(import_id=str(record.id))

    record.refresh_from_db()
    assert (record.state, record.created_rows) == (ImportState.DONE, 1)
    assert Deed.objects.filter(code="file.imported").count() == 1


def test_a_file_that_is_gone_fails_its_import_in_words(send, settings, tmp_path):
    send(b"external_id,name\nC-1,Acme\n")
    record = Import.objects.get()
    uploads.start(record=record, by=record.by, at=record.created_at)
    settings.MEDIA_ROOT = tmp_path / "elsewhere"
    (tmp_path / "elsewhere" / "imports" / str(record.id)).mkdir(parents=True)

    uploads.bring_in_upload(import_id=str(record.id))

    record.refresh_from_db()
    assert (record.state, record.created_rows) == (ImportState.FAILED, 1)
    assert record.problem.startswith("There is no file")
    assert Customer.objects.count() == 0
