"""While a file is checked or imported its page asks again, and comes anew when that is over."""

from io import BytesIO

import pytest

from tenure.imports import kept, uploads
from tenure.imports.models import Import

ASKED_AGAIN = {"HX-Request": "true"}


@pytest.fixture
def page_and_record(mona, sign_in):
    """An upload that nobody has checked yet: how its page answers, and its record."""
    file = BytesIO(b"external_id,name\nC-1,Acme\n")
    file.name = "customers.csv"
    client = sign_in(mona)
    client.post("/imports/", {"tables": file})
    record = Import.objects.get()
    return lambda **told: client.get(f"/imports/{record.id}/", **told), record


def test_the_page_says_what_is_going_on_and_asks_again(page_and_record):
    page, _ = page_and_record

    shown = page().content.decode()

    assert "Checking the file" in shown
    assert 'hx-trigger="every 1s"' in shown


def test_the_answer_to_asking_again_is_the_state_alone_with_the_lines_read(page_and_record):
    page, record = page_and_record
    kept.progress_of(record)(5000)

    shown = page(headers=ASKED_AGAIN).content.decode()

    assert shown.strip().startswith('<div id="state"')
    assert "5,000 lines read" in shown


def test_when_it_is_over_the_whole_page_comes_anew_with_what_can_be_done(page_and_record):
    page, record = page_and_record
    uploads.check_upload(import_id=str(record.id))

    assert page(headers=ASKED_AGAIN).headers["HX-Refresh"] == "true"
    assert "Import the file" in page().content.decode()
    assert "every 1s" not in page().content.decode()
