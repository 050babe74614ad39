"""Files that are not what they should be: each is refused in words, and nothing is half-written."""

import resource
import subprocess
import sys

import pytest

from tenure.customers.models import Customer
from tenure.foundation.refusals import Invalid
from tenure.foundation.tabular.header import NotATable
from tenure.foundation.tabular.records import open_table

HEADER = "external_id,name,contract_starts_on\n"
GOOD = "C-1,Acme,2026-01-01\n"


def names() -> set[str]:
    return set(Customer.objects.values_list("name", flat=True))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (b"", "file.csv is empty"),
        (b"external_id,,name\n", "Column 2 of file.csv has no name"),
        (b"external_id,name,name\n", "The column “name” stands twice in file.csv"),
        (b'external_id,na"me\n"x,y\n', "do not tell what it holds"),
        (b'"external_id,name\n', "The header of file.csv has a quote in the wrong place"),
        (b"external_id,name\rC-1,Acme\r", "The lines of file.csv end with CR alone"),
        (b"caf\xe9,name\n", "The header of file.csv is not readable text"),
        (b"a,b\n1,2\n", "The columns of file.csv do not tell what it holds"),
        (b"external_id,contract_starts_on\nC-1,2026-01-01\n", "do not tell what it holds"),
    ],
)
def test_what_is_no_file_of_ours_is_refused_as_a_whole(bring_in, text, words):
    with pytest.raises(Invalid, match=words):
        bring_in(text)

    assert names() == set()


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(NotATable, match="There is no file"):
        open_table(tmp_path / "none.csv")


def test_a_header_alone_brings_nothing(bring_in):
    outcome = bring_in(HEADER)

    assert (outcome.rows, outcome.created, outcome.refused) == (0, 0, 0)


@pytest.mark.parametrize(
    ("row", "field", "reason"),
    [
        ("C-2,Beta", "", "has 2 columns where the header has 3"),
        ("C-2,Beta,2026-01-01,x", "", "has 4 columns where the header has 3"),
        ("C-2,,2026-01-01", "name", "name is empty"),
        ("C-2,Beta,2026-02-30", "contract_starts_on", "contract_starts_on"),
        ("C-2,Be\rta,2026-01-01", "", "has a carriage return outside quotes"),
        ('C-2,"Be"ta,2026-01-01', "", "has a quote in the wrong place"),
        ("C-1,Other,2026-01-01", "external_id", "Line 2 has the same external_id"),
    ],
)
def test_a_row_that_is_wrong_is_refused_with_line_field_and_reason(bring_in, row, field, reason):
    outcome = bring_in(f"{HEADER}{GOOD}{row}\nC-3,Gamma,2026-01-01\n")

    (refusal,) = outcome.refusals
    assert (refusal.line, refusal.field) == (3, field)
    assert reason in refusal.reason
    assert names() == {"Acme", "Gamma"}


def test_a_quote_that_is_never_closed_is_named_with_its_lines(bring_in):
    outcome = bring_in(f'{HEADER}{GOOD}C-2,"Beta,2026-01-01\nC-3,Gamma,2026-01-01\n')

    assert "opens a quote that is never closed (lines 3 to 4)" in outcome.refusals[0].reason
    assert names() == {"Acme"}


@pytest.mark.parametrize("broken", [b"caf\xe9", b"a\x00b"])
def test_bytes_that_are_no_text_refuse_their_row_alone(bring_in, broken):
    outcome = bring_in(HEADER.encode() + GOOD.encode() + b"C-2," + broken + b",2026-01-01\n")

    assert [(refusal.line, refusal.field) for refusal in outcome.refusals] == [(3, "name")]
    assert names() == {"Acme"}


@pytest.mark.parametrize(
    "text",
    [
        b"\xef\xbb\xbf" + (HEADER + GOOD).encode(),
        ("\ufeff" + HEADER + GOOD).encode("utf-16-le"),
        (HEADER + GOOD).replace("\n", "\r\n").encode(),
        (HEADER + GOOD).replace(",", ";").encode(),
        (HEADER + GOOD).replace(",", "\t").encode(),
        (HEADER + GOOD + "\n\n").encode(),
        (HEADER + GOOD).rstrip("\n").encode(),
    ],
    ids=["byte order mark", "UTF-16", "CRLF", "semicolons", "tabs", "blank lines", "no last end"],
)
def test_the_usual_dialects_are_understood(bring_in, text):
    outcome = bring_in(text)

    assert (outcome.created, outcome.refused) == (1, 0)
    assert names() == {"Acme"}


def test_another_encoding_may_be_told(bring_in):
    bring_in((HEADER + "C-1,Café,2026-01-01\n").encode("windows-1252"), encoding="windows-1252")

    assert names() == {"Café"}


def test_an_unknown_encoding_is_refused_by_name(bring_in):
    with pytest.raises(Invalid, match="There is no encoding “klingon”"):
        bring_in(HEADER + GOOD, encoding="klingon")


@pytest.mark.slow
def test_a_line_of_a_hundred_megabytes_costs_no_memory(tmp_path):
    file = tmp_path / "large.csv"
    with file.open("w") as text:
        text.write(HEADER + GOOD)
        for _ in range(100):
            text.write("x" * 1024 * 1024)
        text.write("\nC-3,Gamma,2026-01-01\n")
    told = (
        "import sys; from pathlib import Path\n"
        "from tenure.foundation.tabular.records import open_table\n"
        "print([(r.line, r.problem) for r in open_table(Path(sys.argv[1])).records()])"
    )

    done = subprocess.run(
        [sys.executable, "-c", told, str(file)], capture_output=True, text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_DATA, (80 * 2**20, 80 * 2**20)),
    )  # fmt: skip

    assert done.stdout.strip() == "[(2, ''), (3, 'is longer than 1 MiB'), (4, '')]", done.stderr
