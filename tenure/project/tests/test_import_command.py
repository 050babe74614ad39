"""`tenure import`: files brought in from the command line, and the words when they are not."""

from datetime import date

import pytest

from tenure.customers.models import Customer
from tenure.foundation.audit.models import Deed
from tenure.imports.models import Import

pytestmark = pytest.mark.django_db
GOOD = "external_id,name,annual_contract_value\nC-1,Acme,9000\nC-2,Brightline,7000\n"
MIXED = "external_id,name,customer_since\nC-1,Acme,2025-01-31\nC-2,Brightline,2025-02-31\n"


@pytest.fixture
def file(tmp_path, monkeypatch):
    """Writes a file; the command runs in the same folder."""
    monkeypatch.chdir(tmp_path)

    def written(name, text):
        (tmp_path / name).write_text(text)
        return tmp_path / name

    return written


def test_it_brings_in_rows_and_says_how_many(tell, file):
    said = tell("import", file("customers.csv", GOOD))

    assert (said.code, said.words) == (0, "customers.csv: 2 customers rows: 2 new\n")
    assert set(Customer.objects.values_list("name", flat=True)) == {"Acme", "Brightline"}
    assert Deed.objects.get(code="file.imported").by_name.endswith("(command line)")


def test_the_same_file_again_changes_nothing(tell, file):
    tell("import", file("customers.csv", GOOD))

    assert "2 unchanged" in tell("import", "customers.csv").words
    assert Customer.objects.count() == 2


def test_a_dry_run_says_the_same_and_changes_nothing(tell, file):
    said = tell("import", file("customers.csv", GOOD), "--dry-run")

    assert said.words == "customers.csv: 2 customers rows (would be): 2 new\n"
    assert not Customer.objects.exists()
    assert not Import.objects.exists()


def test_a_row_that_cannot_be_taken_goes_to_a_file_with_its_line_and_reason(tell, file, tmp_path):
    said = tell("import", file("customers.csv", MIXED))

    refused = (tmp_path / "refused-customers.csv").read_text()
    assert said.code == 0
    assert "1 new, 1 refused" in said.words
    assert "  line 3: " in said.words
    assert "3,customer_since," in refused
    assert "C-2,Brightline,2025-02-31" in refused
    assert "Acme" not in refused


def test_refused_rows_go_where_they_are_wanted(tell, file, tmp_path):
    (tmp_path / "later").mkdir()
    tell("import", file("customers.csv", MIXED), "--refused-to", tmp_path / "later")

    assert (tmp_path / "later" / "refused-customers.csv").exists()
    assert not (tmp_path / "refused-customers.csv").exists()


def test_it_answers_in_json_and_nothing_else(tell, file):
    said = tell("import", file("customers.csv", MIXED), "--json").json

    (told,) = said["files"]
    assert (told["file"], told["rows"], told["created"], told["refused"]) == (
        "customers.csv", 2, 1, 1,
    )  # fmt: skip
    assert told["refusals"][0]["line"] == 3
    assert [finding["code"] for finding in said["findings"]] == ["customer_without_contract"]


def test_it_says_what_the_data_leaves_open_and_how_that_is_taken(tell, file):
    said = tell("import", file("customers.csv", "external_id,name\nC-1,Acme\nC-2,Brightline\n"))

    assert said.words.splitlines()[1:] == [
        "",
        "What the data says twice, and differently:",
        "  2 customers have no contract and no contract value.",
        "    Their value counts as zero until a contract says more.",
    ]


def test_a_file_that_nobody_can_tell_is_refused_whole(tell, file):
    said = tell("import", file("things.csv", "colour,size\nred,7\n"))

    assert said.code == 1
    assert "The columns of things.csv do not tell what it holds." in said.complaint
    assert not Import.objects.exists()


def test_a_file_that_is_not_there_is_refused(tell, file):
    said = tell("import", "nothing.csv", "--json")

    assert said.code == 1
    assert "nothing.csv" in said.json["error"]


def test_dates_that_nobody_can_tell_are_asked_about(tell, file):
    text = "external_id,name,customer_since\nC-1,Acme,03/04/2025\n"
    said = tell("import", file("customers.csv", text))

    assert said.code == 1
    assert "customers.csv: " in said.complaint
    assert "customer_since" in said.complaint
    assert not Customer.objects.exists()

    assert tell("import", "customers.csv", "--dates", "customer_since=day-first").code == 0
    assert Customer.objects.get().customer_since.date() == date(2025, 4, 3)


def test_an_order_of_dates_that_is_none_is_not_understood(tell, file):
    said = tell("import", file("customers.csv", GOOD), "--dates", "customer_since=backwards")

    assert said.code == 2
    assert "year-first, day-first, month-first" in said.complaint
